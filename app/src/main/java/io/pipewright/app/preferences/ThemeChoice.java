package io.pipewright.app.preferences;

/// Which colours the window has.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
