/// The worker's half of the channel for workers that are JVMs.
/// May depend on the plugin API; only JVM kernels may depend on it.
@NullMarked
package io.pipewright.worker;

import org.jspecify.annotations.NullMarked;
