package io.pipewright.app.preferences;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the user left the window.
///
/// @param railCollapsed whether the left rail shows icons only
public record WindowSettings(ThemeChoice theme, boolean railCollapsed) {

    private static final Logger LOG = LoggerFactory.getLogger(WindowSettings.class);
    private static final String FILE = "window.properties";

    public static final WindowSettings DEFAULT = new WindowSettings(ThemeChoice.SYSTEM, false);

    public WindowSettings with(ThemeChoice choice) {
        return new WindowSettings(choice, railCollapsed);
    }

    public WindowSettings withRailCollapsed(boolean collapsed) {
        return new WindowSettings(theme, collapsed);
    }

    /// What was saved; the defaults where nothing usable was.
    public static WindowSettings read(UserFolder folders) {
        var saved = new Properties();
        Path file = folders.settings().resolve(FILE);
        try {
            saved.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException first) {
            return DEFAULT;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("Could not read the window's settings in {}: {}", file, unreadable.toString());
        }
        return new WindowSettings(
                themeOf(saved.getProperty("theme", "")),
                Boolean.parseBoolean(saved.getProperty("rail.collapsed")));
    }

    /// Thread: touches disk, so not the FX thread.
    public void write(UserFolder folders) {
        Path file = folders.settings().resolve(FILE);
        try {
            SettingsFile.replace(
                    file, "theme=" + theme + "\nrail.collapsed=" + railCollapsed + "\n");
        } catch (IOException failure) {
            LOG.warn("Could not save the window's settings in {}", file, failure);
        }
    }

    private static ThemeChoice themeOf(String word) {
        for (ThemeChoice choice : ThemeChoice.values())
            if (choice.name().equals(word)) return choice;
        return ThemeChoice.SYSTEM;
    }
}
