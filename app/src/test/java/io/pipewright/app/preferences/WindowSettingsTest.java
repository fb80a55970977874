package io.pipewright.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowSettingsTest {

    @TempDir Path home;

    @Test
    void bringsBackWhatWasSaved() {
        var settings = new WindowSettings(ThemeChoice.DARK, true);

        settings.write(FakeWindow.folders(home));

        assertEquals(settings, WindowSettings.read(FakeWindow.folders(home)));
    }

    @Test
    void takesTheDefaultsForWordsItDoesNotKnow() throws IOException {
        Path folder = Files.createDirectories(home.resolve("settings"));
        Files.writeString(
                folder.resolve("window.properties"),
                "theme=PURPLE\nrail.collapsed=perhaps\nbad=\\u00zz");

        assertEquals(WindowSettings.DEFAULT, WindowSettings.read(FakeWindow.folders(home)));
    }

    @Test
    void putsSettingsWhereEachSystemWantsThem() {
        Path user = Path.of("/home/ada");

        assertEquals(
                Map.of(
                        "Linux", user.resolve(".config/pipewright"),
                        "Mac OS X", user.resolve("Library/Application Support/Pipewright"),
                        "Windows 11", user.resolve("AppData/Roaming/Pipewright")),
                Map.of(
                        "Linux", settings("Linux", user),
                        "Mac OS X", settings("Mac OS X", user),
                        "Windows 11", settings("Windows 11", user)));
    }

    private static Path settings(String system, Path user) {
        return UserFolder.of(system, user, Map.of()).settings();
    }
}
