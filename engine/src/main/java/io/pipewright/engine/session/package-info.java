/// The only door of the window and the command line to a project, in this process or over the engine's local socket. Sees the
/// engine's public types.
@NullMarked
package io.pipewright.engine.session;

import org.jspecify.annotations.NullMarked;
