package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.kernel.KernelListener;
import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.kernel.KernelResult;
import io.pipewright.engine.kernel.KernelTask;
import io.pipewright.engine.kernel.Kernels;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.variable.OutputPublisher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Runs the conditionals and callbacks that are attached to blocks; their prints go to the block's log. Thread: any.
final class AddOns {

    private final Kernels kernels;
    private final KernelRequests requests;
    private final OutputPublisher publisher;

    AddOns(Kernels kernels, KernelRequests requests, OutputPublisher publisher) {
        this.kernels = kernels;
        this.requests = requests;
        this.publisher = publisher;
    }

    /// One add-on about one block of a run.
    ///
    /// @param attempt of the block
    /// @param inputs the block's own for a conditional, what it stored for a callback
    record Occasion(ActiveRun run, int attempt, KernelTask task, List<Input> inputs) {}

    /// Runs it to its end. What it says or throws is in the log; nothing it does fails the block.
    ///
    /// @param begun gets the call as soon as it can be cancelled
    /// @return whether a conditional said yes; true for a callback that did not fail
    boolean run(PlannedBlock addOn, Occasion occasion, BlockLog log, Consumer<KernelCall> begun) {
        Path folder = publisher.newFolder();
        try {
            KernelCall call = kernels.start(requests.ofAddOn(addOn, occasion, folder), prints(log));
            begun.accept(call);
            return isYes(addOn, call.await(), log);
        } catch (BlockNotRunnableException e) {
            log.warning(failure(addOn, e.error()));
            return false;
        } finally {
            publisher.discard(folder);
        }
    }

    private static boolean isYes(PlannedBlock addOn, KernelResult result, BlockLog log) {
        return switch (result) {
            case KernelResult.Decided(boolean yes) -> yes;
            case KernelResult.Completed _ -> true;
            case KernelResult.Cancelled _ -> false;
            case KernelResult.Failed failed -> {
                log.warning(failure(addOn, failed.error()));
                yield false;
            }
        };
    }

    private static String failure(PlannedBlock addOn, BlockError error) {
        String what = error.traceback().isEmpty() ? error.message() : error.traceback();
        return "The %s \"%s\" failed: %s: %s"
                .formatted(addOn.block().kind().typeWord(), addOn.id(), error.type(), what);
    }

    private static KernelListener prints(BlockLog log) {
        return new KernelListener() {
            @Override
            public void waiting(String reason) {
                log.waits(reason);
            }

            @Override
            public void started() {
                // The block's own start is what its log tells.
            }

            @Override
            public void printed(String line) {
                log.printed(line);
            }
        };
    }
}
