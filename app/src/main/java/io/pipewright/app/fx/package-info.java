/// The one bridge between the FX thread and everything else, and the texts and figures that screens show. Sees the engine's public types; every feature may use it.
@NullMarked
package io.pipewright.app.fx;

import org.jspecify.annotations.NullMarked;
