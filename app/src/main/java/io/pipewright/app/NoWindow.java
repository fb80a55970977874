package io.pipewright.app;

import io.pipewright.app.fx.Messages;
import java.util.Optional;

/// Why the system shows no window, as a sentence that says what to do.
final class NoWindow {

    private NoWindow() {}

    /// @param reason what JavaFX says
    /// @param display the variable `DISPLAY`
    /// @return empty if the reason is none that the user can mend
    static Optional<String> sentence(String reason, Optional<String> display) {
        if (reason.contains("GTK")) return Optional.of(Messages.get("nowindow.gtk.text", reason));
        if (!reason.contains("DISPLAY")) return Optional.empty();
        return Optional.of(
                display.map(name -> Messages.get("nowindow.display.text", name))
                        .orElse(Messages.get("nowindow.nodisplay.text")));
    }
}
