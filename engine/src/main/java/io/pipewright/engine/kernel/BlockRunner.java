package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import io.pipewright.plugin.KernelUnavailableException;
import java.io.IOException;
import java.util.List;

/// Takes one block through a worker: claim, run under the watch, give the worker back. Thread: any, blocking.
final class BlockRunner {

    private final KernelCommands commands;
    private final WorkerPool workers;
    private final MemoryWatch memoryWatch;
    private final PoolSettings settings;
    private final RunMessages messages;

    BlockRunner(
            KernelCommands commands,
            WorkerPool workers,
            MemoryWatch memoryWatch,
            PoolSettings settings) {
        this.commands = commands;
        this.workers = workers;
        this.memoryWatch = memoryWatch;
        this.settings = settings;
        this.messages = new RunMessages(settings.projectFolder());
    }

    static KernelResult failed(BlockError error) {
        return new KernelResult.Failed(error, List.of(), 0, 0);
    }

    KernelResult run(KernelRequest request, KernelListener listener, WorkerCall call) {
        WorkerLaunch launch;
        try {
            launch = commands.launchFor(request.block().kind(), request.context().kernelOptions());
        } catch (KernelUnavailableException e) {
            return failed(BlockError.of("KernelUnavailable", e.getMessage()));
        }
        String what = "block \"" + request.block().id() + "\"";
        var claim = new Claim(launch, DatabaseFiles.of(request.sql()), what, listener::waiting);
        call.onCancel(() -> workers.withdraw(claim));
        try {
            return runOn(workers.take(claim), request, listener, call);
        } catch (WorkerStartException e) {
            commands.forget(launch);
            return ended(call, BlockError.of("WorkerNotStarted", e.getMessage()));
        }
    }

    private KernelResult runOn(
            PooledWorker worker, KernelRequest request, KernelListener listener, WorkerCall call) {
        boolean reusable = false;
        WorkerProcess process = worker.process();
        long limit = process.launch().memoryLimit();
        try (var _ = memoryWatch.watch(process.tree(), limit, held -> tooMuch(process, held))) {
            listener.started();
            Exchange exchange =
                    process.begin(
                            id -> messages.run(id, request),
                            new BlockPrints(listener::printed, settings.prints()));
            call.onCancel(exchange::cancel);
            Exchange.Outcome outcome = exchange.await();
            reusable = outcome instanceof Exchange.Outcome.Answered(_, boolean intact) && intact;
            return result(outcome, request, call);
        } finally {
            workers.giveBack(worker, reusable);
        }
    }

    private KernelResult result(Exchange.Outcome outcome, KernelRequest request, WorkerCall call) {
        return switch (outcome) {
            case Exchange.Outcome.Lost(BlockError why) -> ended(call, why);
            case Exchange.Outcome.Answered(Message message, _) ->
                    call.cancelReason()
                            .<KernelResult>map(KernelResult.Cancelled::new)
                            .orElseGet(() -> answered(message, request));
        };
    }

    private KernelResult answered(Message message, KernelRequest request) {
        try {
            return messages.result(message, request.outputFolder());
        } catch (IOException e) {
            return failed(
                    BlockError.of(
                            "WorkerProtocol",
                            "the worker's result cannot be used: " + e.getMessage()));
        }
    }

    /// An end without a result.
    private static KernelResult ended(WorkerCall call, BlockError why) {
        return call.cancelReason()
                .<KernelResult>map(KernelResult.Cancelled::new)
                .orElseGet(() -> failed(why));
    }

    private static void tooMuch(WorkerProcess process, long held) {
        process.kill(
                BlockError.of(
                        "OutOfMemory",
                        "the block and its child processes held "
                                + Bytes.text(held)
                                + " of memory; the limit is "
                                + Bytes.text(process.launch().memoryLimit())
                                + ". Handle less data at once (in SQL, or in parts), or raise \"memory_limit\" in the map \"pipewright\" of the project's or the pipeline's metadata.yaml"));
    }
}
