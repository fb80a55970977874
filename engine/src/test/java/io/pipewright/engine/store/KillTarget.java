package io.pipewright.engine.store;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.Runs;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The program that `KillTest` kills: accepts runs and moves their first block, and prints what it was told is kept.
///
/// Each line is one acknowledgement: a run, and the state of its block `load`.
public final class KillTarget {

    private KillTarget() {}

    public static void main(String[] arguments) {
        Path variables = Path.of(arguments[0]);
        var owner = new StoreOwner(variables, Optional.empty());
        var settings =
                new StoreSettings(
                        StateFolder.in(variables),
                        owner,
                        1,
                        InstantSource.system(),
                        Stores.THREADS);
        appendForEver(EngineStore.open(settings), System.out);
    }

    private static void appendForEver(EngineStore store, PrintStream acknowledged) {
        while (!acknowledged.checkError()) {
            PipelineRun run = store.runs().accept(Runs.newRun("daily"));
            acknowledged.println(run.id() + " initial");
            move(store, run, new BlockRunState.Queued(Runs.NOON), acknowledged);
            move(store, run, new BlockRunState.Running(Runs.NOON), acknowledged);
            var completed = new BlockRunState.Completed(Runs.NOON, Runs.NOON, Runs.outcome(3));
            move(store, run, completed, acknowledged);
        }
    }

    private static void move(
            EngineStore store, PipelineRun run, BlockRunState state, PrintStream acknowledged) {
        BlockRun blockRun = Runs.blockRun(run.id(), "load", 1, state);
        store.runs().move(blockRun);
        acknowledged.println(run.id() + " " + state.word());
    }
}
