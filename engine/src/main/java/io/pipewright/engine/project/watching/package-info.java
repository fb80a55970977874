/// Tells when somebody else changes a project's files. May be used by `execution`, `session` and the process that hosts the engine.
@NullMarked
package io.pipewright.engine.project.watching;

import org.jspecify.annotations.NullMarked;
