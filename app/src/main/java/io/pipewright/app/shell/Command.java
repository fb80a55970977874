package io.pipewright.app.shell;

import org.kordamp.ikonli.Ikon;

/// Something the user can do from the command palette.
///
/// @param keys its shortcut as JavaFX writes them, for example `Shortcut+K`; empty for none
public record Command(Ikon icon, String name, String keys, Runnable action) {

    public static Command of(Ikon icon, String name, Runnable action) {
        return new Command(icon, name, "", action);
    }
}
