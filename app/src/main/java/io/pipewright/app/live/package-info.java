/// An open project as it is now: what was read from the session, kept up to date by its events. No scene graph. Sees `fx` and the engine's public types; every feature may use it.
@NullMarked
package io.pipewright.app.live;

import org.jspecify.annotations.NullMarked;
