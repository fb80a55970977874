package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

    @TempDir Path temporary;
    private Path config = Path.of("");
    private Path folder = Path.of("");
    private Trust trust = new Trust(config);

    @BeforeEach
    void layOut() throws IOException {
        config = temporary.resolve("config");
        folder = Files.createDirectory(temporary.resolve("project"));
        trust = new Trust(config);
    }

    @Test
    void trustsNothingByItself() {
        assertFalse(trust.isTrusted(folder));
        assertFalse(trust.isTrusted(temporary.resolve("not there")));
    }

    @Test
    void keepsTrustForTheNextStartAndForEveryWayToTheFolder() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        trust.trust(link);

        assertTrue(new Trust(config).isTrusted(folder));
        assertTrue(new Trust(config).isTrusted(temporary.resolve("config/../project")));
    }

    @Test
    void asksAgainForAFolderThatWasMoved() throws IOException {
        trust.trust(folder);
        Path moved = Files.move(folder, temporary.resolve("elsewhere"));

        assertFalse(trust.isTrusted(moved));
    }

    @Test
    void asksAgainForAFolderThatWasReplaced() throws IOException {
        trust.trust(folder);
        Files.move(folder, temporary.resolve("old"));
        Files.createDirectory(folder);

        assertFalse(trust.isTrusted(folder));
    }

    @Test
    void staysWhenFilesInTheFolderChange() throws IOException {
        trust.trust(folder);
        Files.writeString(folder.resolve("new.txt"), "x");

        assertTrue(trust.isTrusted(folder));
    }

    @Test
    void forgets() {
        trust.trust(folder);
        trust.forget(folder);

        assertFalse(trust.isTrusted(folder));
    }

    @Test
    void countsACorruptFileAsEmptyAndReplacesIt() throws IOException {
        Files.createDirectories(config);
        Files.write(
                config.resolve("trusted-folders"), new byte[] {0, (byte) 0xFF, 10, 13, 'x', 10});
        assertFalse(trust.isTrusted(folder));

        trust.trust(folder);
        assertTrue(trust.isTrusted(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsFileToTheUser() throws IOException {
        trust.trust(folder);

        var permissions = Files.getPosixFilePermissions(config.resolve("trusted-folders"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }
}
