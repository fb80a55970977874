package io.pipewright.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
