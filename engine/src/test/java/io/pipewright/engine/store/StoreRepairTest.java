package io.pipewright.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.Runs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRepairTest {

    @TempDir Path variables;

    private PipelineRun backedUp;

    @BeforeEach
    void backUp() {
        try (var store = Stores.open(variables)) {
            backedUp = store.runs().accept(Runs.newRun("daily"));
            store.backUpIfDue();
            store.runs().accept(Runs.newRun("daily"));
        }
    }

    @Test
    void restoresTheBackupWhenTheFileIsGone() throws IOException {
        Files.delete(database());

        assertRestored(false);
    }

    @Test
    void restoresTheBackupWhenTheFileWasCut() throws IOException {
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        assertRestored(true);
    }

    @Test
    void restoresTheBackupWhenFourKilobytesWereOverwritten() throws IOException {
        var noise = new byte[4096];
        new Random(7).nextBytes(noise);
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(noise);
        }

        assertRestored(true);
    }

    @Test
    void restoresTheBackupWhenTheFileIsNoDatabase() throws IOException {
        Files.writeString(database(), "not a database");
        Files.delete(Stores.settings(variables).folder().seal());

        assertRestored(true);
    }

    @Test
    void takesTheBackupBeforeWhenTheNewestIsBad() throws IOException {
        Files.writeString(
                variables.resolve(".pipewright/backups/engine-20990101T000000Z.zip"), "no zip");
        Files.delete(database());

        assertRestored(false);
    }

    @Test
    void startsAnewWhenThereIsNoBackup() throws IOException {
        try (var backups = Files.list(variables.resolve(".pipewright/backups"))) {
            for (Path backup : backups.toList()) Files.delete(backup);
        }
        Files.writeString(database(), "not a database");

        try (var store = EngineStore.open(Stores.settings(variables))) {
            var restored = (StoreOpening.Restored) store.opening();
            assertEquals(Optional.empty(), restored.backupTaken());
            assertEquals(true, restored.movedAside().isPresent());
            store.runs().accept(Runs.newRun("daily"));
        }
    }

    private void assertRestored(boolean keepsDamaged) {
        try (var store = EngineStore.open(Stores.settings(variables))) {
            var restored = (StoreOpening.Restored) store.opening();
            assertEquals(keepsDamaged, restored.movedAside().filter(Files::exists).isPresent());
            assertEquals(true, restored.backupTaken().isPresent());
            assertEquals(true, store.opening().sentence().isPresent());
            assertEquals(Optional.of(backedUp), store.runs().run(backedUp.id()));
            store.runs().accept(Runs.newRun("daily"));
        }
    }

    private Path database() {
        return Stores.settings(variables).folder().database();
    }
}
