package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL blocks and Python blocks with `mage_ai.io.duckdb` take turns on one DuckDB file of the project.
@Tag("slow")
class SharedDatabaseTest {

    @TempDir Path home;
    @TempDir Path folder;

    @Test
    void readsAndWritesWhatTheOtherLanguageWrote() throws IOException {
        TestProject.in(folder)
                .sql("numbers", List.of(), "SELECT range AS number FROM range(5)")
                .python("doubled", List.of("numbers"), python())
                .sql("total", List.of("doubled"), "SELECT sum(twice) AS total FROM main.doubled");
        Files.writeString(
                folder.resolve("io_config.yaml"), "default:\n  DUCKDB_DATABASE: shop.duckdb\n");

        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            RunDetail run = TestProject.run(session);

            assertEquals(
                    List.of("completed", "completed", "completed"),
                    run.blockRuns().stream()
                            .map(BlockRun::state)
                            .map(state -> state.word())
                            .toList(),
                    run::toString);
        }
    }

    private static String python() {
        return """
        from mage_ai.io.config import ConfigFileLoader
        from mage_ai.io.duckdb import DuckDB

        @transformer
        def double(numbers, *args, **kwargs):
            with DuckDB.with_config(ConfigFileLoader()) as database:
                query = 'SELECT 2 * number AS twice FROM main.pipeline_numbers_v1'
                rows = database.load(query)
                database.export(rows, 'main', 'doubled', index=False)

        @test
        def all_are_there(*args):
            with DuckDB.with_config(ConfigFileLoader()) as database:
                assert len(database.load('SELECT * FROM main.doubled')) == 5
        """;
    }
}
