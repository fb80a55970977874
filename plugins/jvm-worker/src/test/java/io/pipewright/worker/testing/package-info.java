/// An engine's side of the worker channel for tests. For tests of jvm-worker and of the kernels on it.
@NullMarked
package io.pipewright.worker.testing;

import org.jspecify.annotations.NullMarked;
