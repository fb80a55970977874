/// Builders and fakes for tests above the engine.
/// May depend on the engine; only tests and benchmarks may depend on it.
@NullMarked
package io.pipewright.testkit;

import org.jspecify.annotations.NullMarked;
