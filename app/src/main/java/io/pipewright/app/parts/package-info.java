/// Small controls that look the same on every screen. Sees `fx` and `live`; every feature may use it.
@NullMarked
package io.pipewright.app.parts;

import org.jspecify.annotations.NullMarked;
