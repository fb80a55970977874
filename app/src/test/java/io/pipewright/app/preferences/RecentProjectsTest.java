package io.pipewright.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentProjectsTest {

    @TempDir Path home;

    @Test
    void listsTheFolderOpenedLastFirstAndEachOnce() throws IOException {
        Path first = Files.createDirectory(home.resolve("first"));
        Path second = Files.createDirectory(home.resolve("second"));
        var recent = new RecentProjects(FakeWindow.folders(home));

        recent.add(first);
        recent.add(second);
        recent.add(first);

        assertEquals(List.of(first, second), recent.list());
    }

    @Test
    void leavesOutWhatIsNoFolder() throws IOException {
        Path folder = Files.createDirectory(home.resolve("project"));
        write(
                ("\u0000broken\n\nrelative/path\n/no/such/folder\n" + folder + "\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(folder), new RecentProjects(FakeWindow.folders(home)).list());
    }

    @Test
    void countsAFileThatIsNoTextAsEmpty() throws IOException {
        write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3});

        assertEquals(List.of(), new RecentProjects(FakeWindow.folders(home)).list());
    }

    @Test
    void forgetsAFolder() throws IOException {
        Path folder = Files.createDirectory(home.resolve("project"));
        var recent = new RecentProjects(FakeWindow.folders(home));
        recent.add(folder);

        recent.forget(folder);

        assertEquals(List.of(), recent.list());
    }

    private void write(byte[] bytes) throws IOException {
        Path settings = Files.createDirectories(home.resolve("settings"));
        Files.write(settings.resolve("recent-projects"), bytes);
    }
}
