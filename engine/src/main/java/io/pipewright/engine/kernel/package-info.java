/// The engine's side of the workers: starting, talking to, limiting and ending the processes that run blocks. Depends on
/// `project`, `run` and `variable`.
@NullMarked
package io.pipewright.engine.kernel;

import org.jspecify.annotations.NullMarked;
