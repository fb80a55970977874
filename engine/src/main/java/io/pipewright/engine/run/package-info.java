/// One run and its block runs: facts and rules only, no threads, no I/O. Depends on `project`.
@NullMarked
package io.pipewright.engine.run;

import org.jspecify.annotations.NullMarked;
