package io.pipewright.app;

import java.util.Optional;
import javafx.application.Application;

/// Starts the window. Not the application class itself: the Java launcher would then insist on JavaFX as modules.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // Charts measure text with AWT, which must not open a display of its own.
        System.setProperty("java.awt.headless", "true");
        try {
            Application.launch(PipewrightApp.class, arguments);
        } catch (UnsupportedOperationException refused) {
            System.err.println("pipewright: " + sentence(refused));
            System.exit(2);
        }
    }

    private static String sentence(UnsupportedOperationException refused) {
        return NoWindow.sentence(
                        String.valueOf(refused.getMessage()),
                        Optional.ofNullable(System.getenv("DISPLAY")))
                .orElseThrow(() -> refused);
    }
}
