package io.pipewright.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The project whose pipelines a real Mage has run, and how its runs are compared with what that Mage made of them.
final class ProbeProject {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String PYTHON = System.getenv().getOrDefault("PIPEWRIGHT_TEST_PYTHON", "python3");

    private static final String DESCRIBER = "describe_runs";

    /// What the engine itself writes into a block's log.
    private static final Pattern OF_ENGINE =
            Pattern.compile(
                    "(Start executing|Finish executing|Stopped) block .*|Failed to execute block .*|Block .* is not run: .*"
                            + "|Waits: .*|Runs once for each of .* items|\\d+/\\d+ tests passed\\.|Sensor sleeping .*|The (callback|conditional) \".*\" failed: (?s:.*)");

    private final Path folder;
    private final Path runs;
    private final Path described;

    private ProbeProject(Path folder) throws IOException {
        this.folder = folder.resolve("probe_project");
        this.runs = Files.createDirectories(folder.resolve("runs"));
        this.described = Files.createDirectories(folder.resolve("described"));
    }

    /// @param folder empty
    static ProbeProject copyTo(Path folder) throws IOException {
        var project = new ProbeProject(folder);
        SampleCopy.copy(resources().resolve("probe_project"), project.folder);
        project.addDescriber();
        Files.writeString(
                project.folder.resolve("metadata.yaml"),
                "pipewright: {interpreter: '" + PYTHON + "'}\n",
                StandardOpenOption.APPEND);
        return project;
    }

    static boolean hasPandas() throws IOException {
        try {
            Process asked = new ProcessBuilder(PYTHON, "-c", "import pandas").start();
            return asked.waitFor() == 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Path resources() {
        return Path.of("src", "test", "resources", "conformance").toAbsolutePath();
    }

    private void addDescriber() throws IOException {
        Files.copy(
                resources().resolve(DESCRIBER + ".py"),
                folder.resolve("data_loaders").resolve(DESCRIBER + ".py"));
        Path pipeline = Files.createDirectories(folder.resolve("pipelines").resolve(DESCRIBER));
        Files.writeString(
                pipeline.resolve("metadata.yaml"),
                "type: python\nblocks: [{uuid: describe_runs, type: data_loader, language: python}]\n");
    }

    Path folder() {
        return folder;
    }

    /// Runs one pipeline as its plan says, and keeps what is to be compared.
    void run(ProjectSession session, String pipeline, JsonNode plan) {
        boolean mayFail = plan.at("/trigger/settings/allow_blocks_to_fail").asBoolean();
        var request =
                new RunRequest(new PipelineId(pipeline), Map.of(), Optional.empty(), true, mayFail);
        RunDetail run = TestProject.run(session, request);
        Map<String, Object> kept = new LinkedHashMap<>();
        Map<String, Object> logs = new LinkedHashMap<>();
        Map<String, Object> blocks = new LinkedHashMap<>();
        for (BlockRun blockRun : run.blockRuns()) {
            String uuid = blockRun.key().blockRunUuid();
            blocks.put(uuid, block(blockRun));
            List<LogLine> log = session.log(run.run().id(), uuid);
            if (!log.isEmpty()) logs.put(uuid.replace(':', '_'), prints(log));
        }
        kept.put("pipeline", pipeline);
        kept.put("status", run.run().state().word());
        kept.put("blocks", blocks);
        kept.put("logs", logs);
        write(runs.resolve(pipeline + ".json"), kept);
    }

    private static Map<String, Object> block(BlockRun blockRun) {
        String error =
                blockRun.state() instanceof BlockRunState.Failed failed
                        ? lastLine(failed.error().traceback())
                        : "";
        return Map.of(
                "status", blockRun.state().word(),
                "error", error,
                "folders",
                        blockRun.state().outcome().outputs().stream()
                                .map(OutputInfo::folder)
                                .map(Path::toString)
                                .toList());
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (_, line) -> line);
    }

    private static List<String> prints(List<LogLine> lines) {
        return lines.stream()
                .map(LogLine::message)
                .filter(message -> !OF_ENGINE.matcher(message).matches())
                .toList();
    }

    private static void write(Path file, Map<String, Object> content) {
        try {
            JSON.writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Describes the values of all runs, in a worker as a block would see them.
    ///
    /// @return the folder of the descriptions
    Path describe(ProjectSession session) {
        Map<String, Object> variables =
                Map.of("runs", runs.toString(), "target", described.toString());
        var request =
                new RunRequest(new PipelineId(DESCRIBER), variables, Optional.empty(), true, false);
        RunDetail run = TestProject.run(session, request);
        if (!run.run().state().word().equals("completed"))
            throw new AssertionError("The runs could not be described: " + run);
        return described;
    }
}
