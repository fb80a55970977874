/// The window: its frame, tabs, command palette, and which screens it holds. The only place where two features meet.
@NullMarked
package io.pipewright.app.shell;

import org.jspecify.annotations.NullMarked;
