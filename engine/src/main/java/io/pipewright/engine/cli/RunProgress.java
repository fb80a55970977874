package io.pipewright.engine.cli;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.session.RunDetail;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows on standard error how a run goes: one line per ended block, and in a terminal a last line that moves.
/// Thread: one.
final class RunProgress {

    private final Console console;
    private final Map<String, BlockRun> blockRuns = new LinkedHashMap<>();
    private long startNanos = System.nanoTime();

    RunProgress(Console console) {
        this.console = console;
    }

    void begin(RunDetail run) {
        startNanos = System.nanoTime();
        run.blockRuns()
                .forEach(
                        blockRun -> blockRuns.putIfAbsent(blockRun.key().blockRunUuid(), blockRun));
        console.note(
                "Run "
                        + run.run().id()
                        + " of "
                        + run.run().pipeline()
                        + ", "
                        + blockRuns.size()
                        + " blocks");
    }

    void update(BlockRun changed) {
        blockRuns.put(changed.key().blockRunUuid(), changed);
        if (!changed.state().isFinal()) return;
        if (console.terminal()) console.redraw("");
        console.note("  " + line(changed));
    }

    void draw() {
        if (console.terminal()) console.redraw(moving());
    }

    void end() {
        if (console.terminal()) console.redraw("");
    }

    private String moving() {
        long done = blockRuns.values().stream().filter(run -> run.state().isFinal()).count();
        String running =
                blockRuns.values().stream()
                        .filter(run -> run.state() instanceof BlockRunState.Running)
                        .map(run -> run.block().value())
                        .collect(Collectors.joining(", "));
        var elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        return "  %d/%d blocks · %s · %s  %s"
                .formatted(
                        done,
                        blockRuns.size(),
                        ReportText.duration(elapsed),
                        ReportText.rows(rows()),
                        running);
    }

    private long rows() {
        return blockRuns.values().stream().mapToLong(RunProgress::rows).sum();
    }

    private static long rows(BlockRun run) {
        return run.state().outcome().outputs().stream()
                .map(OutputInfo::rowCount)
                .mapToLong(count -> count.orElse(0))
                .sum();
    }

    /// One ended block: mark, name, time, rows or reason.
    static String line(BlockRun run) {
        String took = duration(run).map(ReportText::duration).orElse("");
        String mark =
                switch (run.state()) {
                    case BlockRunState.Completed _ -> "✓";
                    case BlockRunState.Failed _ -> "✗";
                    case BlockRunState.Initial _,
                            BlockRunState.Queued _,
                            BlockRunState.Running _,
                            BlockRunState.Cancelled _,
                            BlockRunState.UpstreamFailed _,
                            BlockRunState.ConditionFailed _ ->
                            "–";
                };
        return "%s %-28s %8s  %s"
                .formatted(mark, run.block(), took, RunReport.remark(run))
                .stripTrailing();
    }

    private static Optional<Duration> duration(BlockRun run) {
        return run.state()
                .started()
                .flatMap(from -> run.state().ended().map(to -> Duration.between(from, to)));
    }
}
