/// Making a run happen: releasing blocks, running them in workers, publishing what they made, ending and recovering runs. Depends
/// on `project`, `template`, `run`, `kernel`, `variable`, `monitoring` and `secret`.
@NullMarked
package io.pipewright.engine.execution;

import org.jspecify.annotations.NullMarked;
