/// What blocks hand each other: stored outputs, where they are and how they are read. Depends on `project` and `run`.
@NullMarked
package io.pipewright.engine.variable;

import org.jspecify.annotations.NullMarked;
