package io.pipewright.engine.cli;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.session.RunDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `run` prints at the end: a summary for people, or the JSON document of `docs/cli.md`.
final class RunReport {

    private RunReport() {}

    static List<String> summary(RunDetail ended, String project) {
        PipelineRun run = ended.run();
        var lines = new ArrayList<String>();
        lines.add(
                "%s: run %s %s in %s".formatted(run.pipeline(), run.id(), outcome(run), took(run)));
        for (BlockRun block : ended.blockRuns()) {
            lines.add("  " + RunProgress.line(block));
            failure(block).ifPresent(lines::add);
        }
        lines.add("Logs: " + ended.logFolder());
        lines.add("Outputs: pipewright output %s %s BLOCK".formatted(project, run.pipeline()));
        return lines;
    }

    private static String outcome(PipelineRun run) {
        return switch (run.state()) {
            case PipelineRunState.Failed failed -> "failed (" + failed.reason() + ")";
            case PipelineRunState.Cancelled cancelled -> "cancelled (" + cancelled.reason() + ")";
            case PipelineRunState.Initial _,
                    PipelineRunState.Running _,
                    PipelineRunState.Completed _ ->
                    run.state().word();
        };
    }

    private static String took(PipelineRun run) {
        Optional<Duration> between =
                run.state()
                        .started()
                        .flatMap(from -> run.state().ended().map(to -> Duration.between(from, to)));
        return between.map(ReportText::duration).orElse("no time");
    }

    private static Optional<String> failure(BlockRun block) {
        if (!(block.state() instanceof BlockRunState.Failed failed)) return Optional.empty();
        BlockError error = failed.error();
        String place =
                error.file().isEmpty()
                        ? ""
                        : error.file()
                                + (error.line().isPresent() ? ":" + error.line().getAsInt() : "")
                                + ": ";
        String traceback =
                error.traceback().isBlank()
                        ? ""
                        : "\n" + error.traceback().strip().indent(4).stripTrailing();
        return Optional.of("    " + place + error.type() + ": " + error.message() + traceback);
    }

    /// Rows, tests and reason of one block run, short.
    static String remark(BlockRun run) {
        return switch (run.state()) {
            case BlockRunState.Completed completed -> remark(completed.outcome());
            case BlockRunState.Failed failed ->
                    failed.error().type() + ": " + firstLine(failed.error().message());
            case BlockRunState.Cancelled cancelled -> cancelled.reason();
            case BlockRunState.UpstreamFailed failed ->
                    "upstream \"" + failed.upstream() + "\" failed";
            case BlockRunState.ConditionFailed _ -> "condition not met";
            case BlockRunState.Initial _, BlockRunState.Queued _, BlockRunState.Running _ -> "";
        };
    }

    private static String remark(BlockOutcome outcome) {
        String rows =
                outcome.outputs().stream()
                        .map(OutputInfo::rowCount)
                        .filter(count -> count.isPresent())
                        .map(count -> ReportText.rows(count.getAsLong()))
                        .collect(Collectors.joining(", "));
        int tests = outcome.testsPassed() + outcome.testsFailed();
        String passed =
                tests == 0 ? "" : "%d/%d tests passed".formatted(outcome.testsPassed(), tests);
        return rows.isEmpty() || passed.isEmpty() ? rows + passed : rows + " · " + passed;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /// @param pipeline as it is now; empty if it is gone
    static Map<String, Object> json(RunDetail ended, Optional<Pipeline> pipeline) {
        PipelineRun run = ended.run();
        var variables = new LinkedHashMap<String, Object>();
        pipeline.ifPresent(found -> variables.putAll(found.options().variables()));
        variables.putAll(run.variables());
        var document = new LinkedHashMap<String, Object>();
        document.put("pipeline_uuid", run.pipeline().value());
        document.put("pipeline_run_id", run.id().value());
        document.put("status", run.state().word());
        putTimes(document, run.state().started(), run.state().ended());
        document.put("variables", variables);
        document.put(
                "blocks", ended.blockRuns().stream().map(block -> json(block, pipeline)).toList());
        document.put("logs", ended.logFolder().toString());
        return document;
    }

    private static void putTimes(
            Map<String, Object> document, Optional<Instant> started, Optional<Instant> ended) {
        document.put("started_at", ReportText.time(started));
        document.put("completed_at", ReportText.time(ended));
    }

    private static Map<String, Object> json(BlockRun run, Optional<Pipeline> pipeline) {
        BlockOutcome outcome = run.state().outcome();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("uuid", run.key().blockRunUuid());
        fields.put(
                "type",
                pipeline.flatMap(found -> found.block(run.block()))
                        .map(RunReport::type)
                        .orElse(""));
        fields.put("status", run.state().word());
        putTimes(fields, run.state().started(), run.state().ended());
        fields.put("attempts", run.key().attempt());
        fields.put("outputs", outcome.outputs().stream().map(RunReport::json).toList());
        fields.put(
                "tests", Map.of("passed", outcome.testsPassed(), "failed", outcome.testsFailed()));
        fields.put(
                "error",
                run.state() instanceof BlockRunState.Failed failed ? json(failed.error()) : null);
        return fields;
    }

    private static String type(Block block) {
        return block.kind().typeWord();
    }

    private static Map<String, Object> json(OutputInfo output) {
        boolean isTable = output.rowCount().isPresent();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", output.name());
        fields.put("type", output.kind());
        fields.put("path", output.folder().resolve(output.seal().file()).toString());
        fields.put("row_count", isTable ? output.rowCount().getAsLong() : null);
        fields.put("columns", output.columns().stream().map(OutputReport::json).toList());
        return fields;
    }

    private static @Nullable Map<String, Object> json(BlockError error) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", error.type());
        fields.put("message", error.message());
        fields.put("file", error.file());
        fields.put("line", error.line().isPresent() ? error.line().getAsInt() : null);
        fields.put("traceback", error.traceback());
        return fields;
    }
}
