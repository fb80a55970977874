/// Measures what the project promises.
/// May depend on everything; nothing depends on it.
@NullMarked
package io.pipewright.benchmarks;

import org.jspecify.annotations.NullMarked;
