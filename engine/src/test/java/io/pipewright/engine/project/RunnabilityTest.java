package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnabilityTest {

    @TempDir Path temporary;

    @Test
    void saysOfEachBlockWhyItCannotRun() {
        var disk =
                ProjectOnDisk.in(temporary)
                        .file("custom/a.py", "")
                        .file("custom/q.sql", "")
                        .file("markdowns/note.md", "");
        disk.pipeline(
                "daily",
                """
                blocks:
                - {uuid: a, type: custom}
                - {uuid: gone, type: custom}
                - {uuid: odd, type: ai}
                - {uuid: none}
                - {uuid: prose, type: custom, language: prose}
                - {uuid: ../out, type: custom}
                - {uuid: q, type: custom, language: sql, configuration: {data_provider: microsoft_fabric}}
                - {uuid: inline, type: custom, content: x = 1}
                - {uuid: note, type: markdown}
                """);

        assertEquals(
                """
                a: runs
                gone: its file "custom/gone.py" does not exist
                odd: the block type "ai" is not known
                none: the block has no type
                prose: the language "prose" is not known
                ../out: the path of its file leads out of the project or cannot be used
                q: block "q" has the SQL provider "microsoft_fabric", and SQL blocks run on duckdb, postgres, sqlite only. Choose one of these, or query it in a Python block, to run the pipeline here.
                inline: runs
                note: markdown is shown, not run""",
                reasons(disk, _ -> Optional.empty()));
    }

    @Test
    void showsPipelinesOfOtherTypesWithTheReason() {
        var disk = ProjectOnDisk.in(temporary).file("custom/a.py", "");
        disk.pipeline("sync", "type: integration\nblocks: [{uuid: a, type: custom}]\n");

        assertEquals(
                "a: pipelines of type \"integration\" are shown, but cannot run here",
                reasons(disk, _ -> Optional.empty()));
    }

    @Test
    void asksTheKernelsLast() {
        var disk = ProjectOnDisk.in(temporary).file("custom/a.py", "");
        disk.pipeline("daily", "blocks: [{uuid: a, type: custom}]\n");

        assertEquals("a: no Python found", reasons(disk, _ -> Optional.of("no Python found")));
    }

    private static String reasons(
            ProjectOnDisk disk, Function<BlockKind, Optional<String>> kernels) {
        Pipeline pipeline = disk.read().pipelines().getFirst();
        var runnability = new Runnability(disk.folder(), kernels);
        return pipeline.blocks().stream()
                .map(
                        block ->
                                block.id()
                                        + ": "
                                        + runnability.of(pipeline, block).why().orElse("runs"))
                .collect(Collectors.joining("\n"));
    }
}
