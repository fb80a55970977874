/// The engine process and its wiring: the only place that makes long-lived parts and names their threads.
/// May depend on every engine package.
@NullMarked
package io.pipewright.engine;

import org.jspecify.annotations.NullMarked;
