package io.pipewright.app.fake;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Some runs of the past days, one of them failed and one cancelled.
public final class FakeHistory {

    private static final BlockError KEY_ERROR =
            new BlockError(
                    "KeyError",
                    "'sku'",
                    "/home/ada/seattle-weather/transformers/clean_orders.py",
                    OptionalInt.of(12),
                    """
            Traceback (most recent call last):
              File "transformers/clean_orders.py", line 12, in clean
                orders['sku'] = orders['sku'].str.strip()
            KeyError: 'sku'
            """);

    private FakeHistory() {}

    public static void fill(FakeSession session) {
        Instant now = session.clock().instant();
        for (int day = 6; day >= 2; day--)
            completed(
                    session,
                    1039 - day,
                    "daily_weather",
                    "Every day 08:30",
                    now.minus(Duration.ofHours(24L * day)));
        failed(session, now.minus(Duration.ofHours(25)));
        cancelled(session, now.minus(Duration.ofHours(30)));
    }

    private static void completed(
            FakeSession session, long id, String pipeline, String trigger, Instant at) {
        var run = new RunId(id);
        var blocks = new ArrayList<BlockRun>();
        Instant clock = at;
        for (var block : SeattleWeather.PIPELINE.blocks()) {
            var script = SeattleWeather.SCRIPTS.get(block.id());
            Duration takes = script == null ? Duration.ZERO : script.takes();
            BlockOutcome outcome = script == null ? BlockOutcome.NONE : script.outcome();
            blocks.add(
                    blockRun(
                            run,
                            block.id().value(),
                            new BlockRunState.Completed(clock, clock.plus(takes), outcome)));
            clock = clock.plus(takes);
        }
        session.runs()
                .add(
                        run(run, pipeline, trigger, at, new PipelineRunState.Completed(at, clock)),
                        blocks);
    }

    private static void failed(FakeSession session, Instant at) {
        var run = new RunId(1039);
        Instant loaded = at.plusMillis(2_100);
        Instant failed = loaded.plusMillis(11_800);
        session.runs()
                .add(
                        run(
                                run,
                                "orders_sync",
                                "File appears: in/*.csv",
                                at,
                                new PipelineRunState.Failed(
                                        Optional.of(at), failed, "clean_orders failed")),
                        List.of(
                                blockRun(
                                        run,
                                        "load_orders",
                                        new BlockRunState.Completed(at, loaded, BlockOutcome.NONE)),
                                blockRun(
                                        run,
                                        "clean_orders",
                                        new BlockRunState.Failed(
                                                Optional.of(loaded),
                                                failed,
                                                KEY_ERROR,
                                                BlockOutcome.NONE)),
                                blockRun(run, "dedupe", upstreamFailed(failed)),
                                blockRun(run, "join_stock", upstreamFailed(failed))));
    }

    private static void cancelled(FakeSession session, Instant at) {
        var run = new RunId(1038);
        Instant end = at.plusMillis(40_800);
        session.runs()
                .add(
                        run(
                                run,
                                "flights_report",
                                "API",
                                at,
                                new PipelineRunState.Cancelled(Optional.of(at), end, "by hand")),
                        List.of(
                                blockRun(
                                        run,
                                        "load_flights",
                                        new BlockRunState.Cancelled(
                                                Optional.of(at), end, "by hand")),
                                blockRun(
                                        run,
                                        "delays",
                                        new BlockRunState.Cancelled(
                                                Optional.empty(), end, "by hand"))));
    }

    private static BlockRunState upstreamFailed(Instant at) {
        return new BlockRunState.UpstreamFailed(at, new BlockId("clean_orders"));
    }

    private static BlockRun blockRun(RunId run, String block, BlockRunState state) {
        return new BlockRun(new BlockRunKey(run, block, 1), new BlockId(block), state);
    }

    private static PipelineRun run(
            RunId id, String pipeline, String trigger, Instant at, PipelineRunState state) {
        return new PipelineRun(
                id,
                new PipelineId(pipeline),
                new RunOrigin(1, trigger, at, "1/" + id),
                Map.of(),
                at,
                state);
    }
}
