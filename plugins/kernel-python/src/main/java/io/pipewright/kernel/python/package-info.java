/// Starts the user's CPython as a worker.
/// May depend on the plugin API; nothing depends on it.
@NullMarked
package io.pipewright.kernel.python;

import org.jspecify.annotations.NullMarked;
