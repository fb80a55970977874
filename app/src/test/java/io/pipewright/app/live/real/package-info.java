/// The window with the real engine behind it, on real projects.
@NullMarked
package io.pipewright.app.live.real;

import org.jspecify.annotations.NullMarked;
