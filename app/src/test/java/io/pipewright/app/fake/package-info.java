/// A project that lives in memory, for tests and screenshots of the window. Sees the engine's public types.
@NullMarked
package io.pipewright.app.fake;

import org.jspecify.annotations.NullMarked;
