package io.pipewright.app;

import javafx.application.Application;

/// Starts the window. Not the application class itself: the Java launcher would then insist on JavaFX as modules.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // Charts measure text with AWT, which must not open a display of its own.
        System.setProperty("java.awt.headless", "true");
        Application.launch(PipewrightApp.class, arguments);
    }
}
