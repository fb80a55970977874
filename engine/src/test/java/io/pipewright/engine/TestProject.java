package io.pipewright.engine;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A project in a test's folder, with its outputs inside it, and what tests do with it.
final class TestProject {

    static final PipelineId PIPELINE = new PipelineId("pipeline");
    private static final long LONGEST_WAIT_SECONDS = 120;

    private final Path folder;
    private final StringBuilder blocks = new StringBuilder("blocks:\n");

    private TestProject(Path folder) {
        this.folder = folder;
    }

    /// @param folder empty
    static TestProject in(Path folder) {
        write(folder.resolve("metadata.yaml"), "variables_dir: ./\n");
        return new TestProject(folder);
    }

    /// What the project says in its map `pipewright`.
    TestProject setting(String key, String value) {
        write(
                folder.resolve("metadata.yaml"),
                "variables_dir: ./\npipewright: {%s: %s}\n".formatted(key, value));
        return this;
    }

    Path folder() {
        return folder;
    }

    /// Adds a transformer. `upstream` names blocks added before.
    TestProject python(String uuid, List<String> upstream, String source) {
        return block(uuid, "python", "py", upstream, source);
    }

    TestProject sql(String uuid, List<String> upstream, String source) {
        return block(uuid, "sql", "sql", upstream, source);
    }

    TestProject javaScript(String uuid, List<String> upstream, String source) {
        return block(uuid, "javascript", "js", upstream, source);
    }

    private TestProject block(
            String uuid, String language, String extension, List<String> upstream, String source) {
        write(folder.resolve("transformers/" + uuid + "." + extension), source);
        blocks.append(
                "- {uuid: %s, name: %s, type: transformer, language: %s, upstream_blocks: %s}\n"
                        .formatted(uuid, uuid, language, upstream));
        write(
                folder.resolve("pipelines/" + PIPELINE + "/metadata.yaml"),
                blocks + "type: python\n");
        return this;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the pipeline to its end.
    static RunDetail run(ProjectSession session) {
        return run(session, PIPELINE.value());
    }

    static RunDetail run(ProjectSession session, String pipeline) {
        return run(session, RunRequest.of(new PipelineId(pipeline)));
    }

    static RunDetail run(ProjectSession session, RunRequest request) {
        session.trust();
        BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
        try (var _ = session.subscribe(events::add)) {
            RunId run = session.start(request);
            await(
                    events,
                    event ->
                            event instanceof EngineEvent.RunChanged(var changed)
                                    && changed.id().equals(run)
                                    && changed.state().isFinal());
            return session.run(run).orElseThrow();
        }
    }

    /// Takes events until one is the wanted one.
    static EngineEvent await(BlockingQueue<EngineEvent> events, Predicate<EngineEvent> wanted) {
        try {
            while (true) {
                EngineEvent event = events.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
                if (event == null)
                    throw new AssertionError("nothing happened for " + LONGEST_WAIT_SECONDS + " s");
                if (wanted.test(event)) return event;
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static BlockRunState stateOf(RunDetail run, String block) {
        return run.blockRuns().stream()
                .filter(blockRun -> blockRun.block().equals(new BlockId(block)))
                .map(BlockRun::state)
                .findFirst()
                .orElseThrow();
    }
}
