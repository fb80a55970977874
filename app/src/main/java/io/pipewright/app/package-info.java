/// The desktop program: its entry point and one package per feature.
/// May depend on the engine's public types; nothing depends on it.
@NullMarked
package io.pipewright.app;

import org.jspecify.annotations.NullMarked;
