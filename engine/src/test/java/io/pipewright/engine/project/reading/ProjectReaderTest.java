package io.pipewright.engine.project.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.MemorySize;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.PipelineInfo;
import io.pipewright.engine.project.PipelineType;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.ProjectOnDisk;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.RetryConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {

    @TempDir Path temporary;
    private ProjectOnDisk disk = new ProjectOnDisk(Path.of(""));

    @BeforeEach
    void layOut() {
        disk = ProjectOnDisk.in(temporary);
    }

    @Test
    void readsAPipelineWithNameAndUuidOnly() {
        disk.pipeline("plain", "name: Plain one\nuuid: something_else\n");

        Pipeline pipeline = disk.read().pipelines().getFirst();

        assertEquals(new PipelineId("plain"), pipeline.id());
        assertEquals(
                new PipelineInfo(
                        "Plain one", Optional.empty(), PipelineType.PYTHON, "python", List.of()),
                pipeline.info());
        assertEquals(List.of(), pipeline.blocks());
    }

    @Test
    void readsHowAPipelineIsRun() {
        disk.pipeline(
                "daily",
                """
                name: daily
                run_pipeline_in_one_process: true
                concurrency_config: {block_run_limit: '3'}
                retry_config: {retries: 2, delay: 1.5}
                variables: {city: Seattle, days: [1, 2], none: null}
                pipewright: {interpreter: python3.12}
                made_up_key: {kept: true}
                """);

        Pipeline pipeline = disk.read().pipelines().getFirst();

        assertEquals(OptionalInt.of(3), pipeline.options().blockRunLimit());
        assertTrue(pipeline.options().runInOneProcess());
        assertEquals(
                Optional.of(
                        new RetryConfig(
                                OptionalInt.of(2),
                                Optional.of(Duration.ofMillis(1500)),
                                Optional.empty(),
                                Optional.empty())),
                pipeline.options().retry());
        assertEquals(
                "{city=Seattle, days=[1, 2], none=null}",
                pipeline.options().variables().toString());
        assertEquals(Map.of("interpreter", "python3.12"), pipeline.options().settings());
        assertEquals(Map.of("kept", true), pipeline.details().raw().get("made_up_key"));
    }

    @Test
    void findsTheFileOfEveryKindOfBlock() {
        disk.file("utils/one.py", "").file("custom/usual.py", "").file("utils/other.py", "");
        disk.pipeline(
                "daily",
                """
                blocks:
                - {uuid: load, type: data_loader}
                - {uuid: deep/er/x, type: custom, language: python}
                - {uuid: q, type: transformer, language: sql}
                - {uuid: js, type: transformer, language: javascript}
                - {uuid: note, type: markdown}
                - {uuid: by_path, type: custom, configuration: {file_path: utils/one.py}}
                - {uuid: by_parent, type: custom, configuration: {file_path: demo/utils/one.py}}
                - {uuid: usual, type: custom, configuration: {file_source: {path: utils/other.py}}}
                - {uuid: by_source, type: custom, configuration: {file_source: {path: demo/utils/other.py}}}
                - {uuid: copy, type: transformer, replicated_block: q}
                - {uuid: copy_of_copy, type: transformer, replicated_block: copy}
                - {uuid: product, type: global_data_product}
                - {uuid: odd, type: ai, language: prose}
                - {uuid: ../../out, type: custom}
                - {uuid: out, type: custom, configuration: {file_path: ../../etc/passwd}}
                """);

        assertEquals(
                """
                load data_loaders/load.py
                deep/er/x custom/deep/er/x.py
                q transformers/q.sql
                js transformers/js.js
                note markdowns/note.md
                by_path utils/one.py
                by_parent utils/one.py
                usual custom/usual.py
                by_source utils/other.py
                copy transformers/q.sql
                copy_of_copy transformers/q.sql
                product none
                odd none
                ../../out none
                out none
                """,
                files(disk.read().pipelines().getFirst()));
    }

    private String files(Pipeline pipeline) {
        var text = new StringBuilder();
        for (Block block : pipeline.blocks()) {
            String file =
                    block.source()
                            .file()
                            .map(path -> disk.folder().relativize(path).toString())
                            .orElse("none");
            text.append(block.id()).append(' ').append(file.replace('\\', '/')).append('\n');
        }
        return text.toString();
    }

    @Test
    void givesAReplicaTheLanguageOfItsOriginalAndItsOwnBlockRunUuid() {
        disk.pipeline(
                "daily",
                "blocks:\n- {uuid: q, type: transformer, language: sql}\n- {uuid: copy, type: data_exporter, replicated_block: q}\n");

        Block copy = disk.read().pipelines().getFirst().blocks().getLast();

        assertEquals(BlockKind.of("data_exporter", "sql"), copy.kind());
        assertEquals("copy:q", copy.blockRunUuid());
    }

    @Test
    void keepsUnknownTypesAndKeysAndOptions() {
        disk.pipeline(
                "daily",
                "blocks:\n- {uuid: a, name: A, type: ai, language: prose, timeout: '90', content: hello, extra: [1]}\n");

        Block block = disk.read().pipelines().getFirst().blocks().getFirst();

        assertEquals("ai prose", block.kind().typeWord() + " " + block.kind().languageWord());
        assertEquals(Optional.of(Duration.ofSeconds(90)), block.options().timeout());
        assertEquals(Optional.of("hello"), block.source().inline());
        assertEquals(List.of(1), block.options().raw().get("extra"));
    }

    @Test
    void keepsDoubledUpstreamsAndLeavesOutThoseThatDoNotExist() {
        disk.pipeline(
                "daily",
                """
                blocks:
                - {uuid: load, type: data_loader, downstream_blocks: [clean, clean, some_chart]}
                - uuid: clean
                  type: transformer
                  upstream_blocks:
                  - load
                  - laod
                  - load
                """);

        Pipeline pipeline = disk.read().pipelines().getFirst();

        assertEquals(
                List.of(new BlockId("load"), new BlockId("load")),
                pipeline.blocks().getLast().upstream());
        assertEquals(
                List.of(
                        new ProjectProblem(
                                pipeline.file(),
                                7,
                                "block \"clean\" lists upstream \"laod\", which does not exist; it is ignored",
                                "Did you mean \"load\"?")),
                pipeline.details().warnings());
    }

    @Test
    void readsBlocksBesideTheGraph() {
        disk.file("callbacks/load_callback.py", "");
        disk.pipeline(
                "daily",
                """
                blocks:
                - {uuid: load, type: data_loader, has_callback: true}
                - {uuid: clean, type: transformer, has_callback: true}
                callbacks: [{uuid: told, upstream_blocks: [clean]}]
                conditionals: [{uuid: only_if, type: conditional, upstream_blocks: [load]}]
                widgets: [{uuid: chart, upstream_blocks: [clean], configuration: {chart_type: bar chart}}]
                extensions: {great_expectations: {blocks: [{uuid: sane, upstream_blocks: [load]}]}}
                """);

        List<String> addOns =
                disk.read()
                        .pipelines()
                        .getFirst()
                        .addOns()
                        .all()
                        .map(
                                block ->
                                        block.kind().typeWord()
                                                + " "
                                                + block.id()
                                                + " "
                                                + block.upstream())
                        .toList();

        assertEquals(
                List.of(
                        "callback told [clean]",
                        "callback load_callback [load]",
                        "conditional only_if [load]",
                        "chart chart [clean]",
                        "extension sane [load]"),
                addOns);
    }

    @Test
    void namesACycleBlockByBlock() {
        disk.pipeline(
                "loop",
                "blocks:\n- {uuid: a, type: custom, upstream_blocks: [c]}\n- {uuid: b, type: custom, upstream_blocks: [a]}\n- {uuid: c, type: custom, upstream_blocks: [b]}\n");
        disk.pipeline("fine", "name: fine\n");

        Project project = disk.read();

        assertEquals(
                List.of(
                        new BrokenPipeline(
                                new PipelineId("loop"),
                                List.of(
                                        new ProjectProblem(
                                                disk.folder()
                                                        .resolve("pipelines/loop/metadata.yaml"),
                                                2,
                                                "the blocks form a cycle: a -> b -> c -> a",
                                                "Remove one of these edges from \"upstream_blocks\".")))),
                project.broken());
        assertEquals(1, project.pipelines().size());
    }

    @Test
    void listsEverythingWrongInAFileAtOnce() {
        disk.pipeline(
                "bad",
                "tags: x\nblocks:\n- uuid: a\n  type: custom\n  upstream_blocks: b\n- type: custom\n- nonsense\nvariables: [1]\n");

        List<String> problems =
                disk.read().broken().getFirst().problems().stream()
                        .map(p -> p.line() + " " + p.message())
                        .toList();

        assertEquals(
                List.of(
                        "7 an entry of \"blocks\" must be a map but is \"nonsense\"",
                        "5 \"upstream_blocks\" must be a list but is \"b\"",
                        "6 a block has no \"uuid\"",
                        "8 \"variables\" must be a map but is a list",
                        "1 \"tags\" must be a list but is \"x\""),
                problems);
    }

    @Test
    void refusesAPipelineBehindALinkOutOfTheProject() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("metadata.yaml"), "name: stolen\n");
        disk.pipeline("fine", "name: fine\n");
        Files.createSymbolicLink(disk.folder().resolve("pipelines/stolen"), outside);

        Project project = disk.read();

        assertEquals(
                List.of("fine"), project.pipelines().stream().map(p -> p.id().value()).toList());
        assertEquals(
                "a link leads out of the project",
                project.broken().getFirst().problems().getFirst().message());
    }

    @Test
    void rendersAndTrimsTheSettings() {
        disk.file(
                "metadata.yaml",
                """
                {# made by hand #}
                project_uuid: '  abc '
                queue_config: {concurrency: "{{ env_var('JOBS') }}"}
                retry_config: {retries: 1}
                variables_dir: ./data
                pipewright: {interpreter: " python3 "}
                """);

        var settings =
                new ProjectReader(disk.host(Map.of("JOBS", "7"))).read(disk.folder()).settings();

        assertEquals(Optional.of("abc"), settings.projectUuid());
        assertEquals(7, settings.concurrency());
        assertEquals(disk.folder().resolve("data"), settings.variablesFolder());
        assertEquals(OptionalInt.of(1), settings.retry().retries());
        assertEquals(Map.of("interpreter", "python3"), settings.settings());
    }

    @Test
    void takesTwentyForAConcurrencyThatIsNone() {
        for (String written : List.of("''", "null", "lots", "-1", "[]")) {
            disk.file("metadata.yaml", "queue_config: {concurrency: " + written + "}\n");

            assertEquals(20, disk.read().settings().concurrency(), written);
        }
    }

    @Test
    void showsThePipelinesOfAProjectWithBrokenSettings() {
        disk.file("metadata.yaml", "a: 1\nb: [\n").pipeline("fine", "name: fine\n");

        Project project = disk.read();

        assertEquals(1, project.pipelines().size());
        assertEquals(3, project.brokenSettings().orElseThrow().line());
    }

    @Test
    void saysWhichFolderIsAProject() throws IOException {
        var e =
                assertThrows(
                        BrokenProjectException.class,
                        () -> new ProjectReader(disk.host()).read(temporary));

        assertEquals("Did you mean " + disk.folder() + "?", e.problem().hint());
    }

    @Test
    void opensAFolderWithPipelinesAndWithoutSettings() throws IOException {
        disk.pipeline("daily", "name: daily\n");
        Files.delete(disk.folder().resolve("metadata.yaml"));

        Project project = disk.read();

        assertEquals(1, project.pipelines().size());
        assertEquals(
                disk.folder().resolveSibling("home/.mage_data/demo"),
                project.settings().variablesFolder());
        assertEquals(Optional.empty(), project.brokenSettings());
    }

    @Test
    void countsTriggers() {
        disk.pipeline("daily", "name: daily\n")
                .file(
                        "pipelines/daily/triggers.yaml",
                        "triggers:\n- {name: a, status: active}\n- {name: b}\n");

        var reader = new ProjectReader(disk.host());

        assertEquals(
                new TriggerCounts(2, 1), reader.triggers(disk.folder(), new PipelineId("daily")));
        assertEquals(TriggerCounts.NONE, reader.triggers(disk.folder(), new PipelineId("other")));
        assertEquals(TriggerCounts.NONE, reader.triggers(disk.folder(), new PipelineId("../..")));
    }

    @Test
    void seesAChangeOfTheSameLengthAtOnce() {
        var reader = new ProjectReader(disk.pipeline("daily", "name: one\n").host());
        assertEquals("one", reader.read(disk.folder()).pipelines().getFirst().info().name());
        disk.pipeline("daily", "name: two\n");

        assertEquals("two", reader.read(disk.folder()).pipelines().getFirst().info().name());
    }

    @Test
    void readsTheMemoryLimitOfWorkers() {
        disk.file("metadata.yaml", "pipewright:\n  memory_limit: 1.5 GiB\n");

        Project project = disk.read();

        assertEquals(Optional.of(new MemorySize(3L << 29)), project.settings().memoryLimit());
        assertEquals(List.of(), project.problems());
    }

    @Test
    void ignoresAMemoryLimitThatNoWorkerCanKeep() {
        for (String written : List.of("lots", "512M", "-2G", "0")) {
            disk.file("metadata.yaml", "pipewright:\n  memory_limit: " + written + "\n");

            Project project = disk.read();

            assertEquals(Optional.empty(), project.settings().memoryLimit(), written);
            assertEquals(
                    List.of(
                            new ProjectProblem(
                                    project.folder().resolve("metadata.yaml"),
                                    2,
                                    "\"memory_limit\" is ignored: it is \"" + written + "\"",
                                    "It should be a size of at least 1G, such as 2G or 1536M.")),
                    project.problems());
        }
    }

    @Test
    void ignoresAMemoryLimitOfAPipelineThatNoWorkerCanKeep() {
        disk.pipeline("small", "pipewright: {memory_limit: 10M}\nblocks: []\n");

        assertEquals(
                List.of("\"memory_limit\" is ignored: it is \"10M\""),
                disk.read().pipelines().getFirst().details().warnings().stream()
                        .map(ProjectProblem::message)
                        .toList());
    }

    @Test
    void readsTheTextOfABlock() {
        disk.file("custom/a.py", "x = 1\n")
                .pipeline(
                        "daily", "blocks:\n- {uuid: a, type: custom}\n- {uuid: b, type: custom}\n");
        List<Block> blocks = disk.read().pipelines().getFirst().blocks();
        var texts = new BlockTexts(disk.folder());

        assertEquals(Optional.of("x = 1\n"), texts.text(blocks.getFirst()));
        assertEquals(Optional.empty(), texts.text(blocks.getLast()));
    }
}
