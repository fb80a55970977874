package io.pipewright.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineStoreTest {

    @TempDir Path variables;

    @Test
    void makesAnEmptyHistoryByItsMigrations() {
        try (var store = EngineStore.open(Stores.settings(variables))) {
            assertEquals(new StoreOpening.Created(), store.opening());
            assertEquals(List.of(), store.runs().unfinished());
        }
    }

    @Test
    void knowsAsManyMigrationsAsItHas() {
        String newest = "migrations/V" + Migrations.CURRENT + "__runs.sql";
        String next = "migrations/V" + (Migrations.CURRENT + 1) + "__";

        assertEquals(true, Migrations.class.getResource(newest) != null, next);
    }

    @Test
    void keepsRunsOverAClose() {
        PipelineRun run = acceptOne();

        try (var store = Stores.open(variables)) {
            assertEquals(new StoreOpening.Opened(), store.opening());
            assertEquals(Optional.of(run), store.runs().run(run.id()));
        }
    }

    @Test
    void refusesTheWritesOfAnOlderEngine() {
        var older = Stores.open(variables);
        try (var newer = Stores.open(variables)) {
            var refused =
                    assertThrows(
                            StoreException.class, () -> older.runs().accept(Runs.newRun("daily")));

            assertEquals(true, String.valueOf(refused.getMessage()).contains("another engine"));
            newer.runs().accept(Runs.newRun("daily"));
        }
    }

    @Test
    void refusesAnotherProjectWithTheSameStateFolder() throws IOException {
        Path first = project("first");
        Path second = project("second");
        open(first).close();

        var refused = assertThrows(StoreException.class, () -> open(second));

        Path state = variables.toRealPath().resolve(".pipewright");
        assertEquals(
                "Cannot use the state folder "
                        + state
                        + " for the project "
                        + second
                        + ": it belongs to the project "
                        + first
                        + ". Give one of the two a variables_dir of its own in its metadata.yaml",
                refused.getMessage());
    }

    @Test
    void followsAProjectThatWasMoved() throws IOException {
        Path first = project("first");
        open(first).close();
        Path moved = Files.move(first, variables.resolve("moved"));

        open(moved).close();
        open(moved).close();
    }

    @Test
    void numbersTriggersAboveThoseOfOtherProducts() {
        var settings = Stores.settings(variables);
        var above =
                new StoreSettings(
                        settings.folder(),
                        settings.owner(),
                        41,
                        settings.clock(),
                        settings.threads());

        try (var store = EngineStore.open(above)) {
            assertEquals(41, store.runs().manualTrigger(new PipelineId("daily")));
            assertEquals(42, store.runs().manualTrigger(new PipelineId("weekly")));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsOtherUsersOut() throws IOException {
        acceptOne();
        Path state = variables.resolve(".pipewright");

        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.resolve("engine.mv.db"))));
        assertEquals("*\n", Files.readString(state.resolve(".gitignore")));
    }

    @Test
    void takesABackupADayAndKeepsSeven() throws IOException {
        for (int day = 0; day < 9; day++) {
            try (var store = openAt(Duration.ofDays(day))) {
                assertEquals(true, store.backUpIfDue().isPresent());
                assertEquals(Optional.empty(), store.backUpIfDue());
            }
        }

        try (var backups = Files.list(variables.resolve(".pipewright/backups"))) {
            assertEquals(
                    List.of("03", "04", "05", "06", "07", "08", "09"),
                    backups.map(file -> file.getFileName().toString().substring(13, 15))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void refusesTheHistoryOfANewerVersion() throws SQLException {
        acceptOne();
        DatabaseFile database = DatabaseFile.of(Stores.settings(variables).folder().database());
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update \"flyway_schema_history\" set \"version\" = '99' where \"version\" ="
                            + " '1'");
        }
        assertEquals(true, deleteSeal());

        var refused = assertThrows(StoreException.class, () -> Stores.open(variables));

        assertEquals(
                true,
                String.valueOf(refused.getMessage())
                        .contains("written by a newer Pipewright (version 99"));
    }

    private boolean deleteSeal() {
        return Stores.settings(variables).folder().seal().toFile().delete();
    }

    private PipelineRun acceptOne() {
        try (var store = Stores.open(variables)) {
            return store.runs().accept(Runs.newRun("daily"));
        }
    }

    private Path project(String name) throws IOException {
        Path folder = Files.createDirectory(variables.resolve(name));
        Files.writeString(folder.resolve("metadata.yaml"), "project_type: standalone\n");
        return folder;
    }

    private EngineStore open(Path project) {
        return EngineStore.open(
                Stores.settings(variables, project, InstantSource.fixed(Runs.NOON)));
    }

    private EngineStore openAt(Duration later) {
        var clock = InstantSource.fixed(Runs.NOON.plus(later));
        return EngineStore.open(Stores.settings(variables, variables.resolve("project"), clock));
    }
}
