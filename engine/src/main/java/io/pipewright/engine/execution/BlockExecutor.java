package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.kernel.KernelListener;
import io.pipewright.engine.kernel.KernelRequest;
import io.pipewright.engine.kernel.KernelResult;
import io.pipewright.engine.kernel.Kernels;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.variable.OutputPublisher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Runs one attempt of one block: from its inputs to a worker to its outputs in place. Thread: any, one per block.
public final class BlockExecutor {

    private final Kernels kernels;
    private final KernelRequests requests;
    private final OutputPublisher publisher;
    private final BlockLogs logs;
    private final InstantSource clock;

    public BlockExecutor(
            Kernels kernels,
            KernelRequests requests,
            OutputPublisher publisher,
            BlockLogs logs,
            InstantSource clock) {
        this.kernels = kernels;
        this.requests = requests;
        this.publisher = publisher;
        this.logs = logs;
        this.clock = clock;
    }

    /// Tells `ended` how it ended as soon as its outputs are in place; failing user code is an end like any other. Tidying up follows
    /// after that, so that the next block does not wait for it.
    void execute(BlockTask task, Consumer<BlockRunEvent> ended) {
        Path folder = publisher.newFolder();
        try (BlockLog log = logs.open(task.activeRun().run(), task.block().block(), task.key())) {
            BlockRunEvent end = execute(task, folder, log);
            log.ended(end, task.key().attempt(), task.block().retry().attempts());
            ended.accept(end);
        } finally {
            publisher.discard(folder);
        }
    }

    /// Has workers started for all kinds of blocks of a run, so that a later block need not wait for its first one.
    void prepare(RunPlan plan) {
        plan.blocks().stream()
                .map(planned -> planned.block().kind())
                .distinct()
                .forEach(kind -> kernels.warm(kind, requests.options(plan)));
    }

    private BlockRunEvent execute(BlockTask task, Path folder, BlockLog log) {
        KernelRequest request;
        try {
            request = requests.of(task, folder, log);
        } catch (BlockNotRunnableException e) {
            return new BlockRunEvent.Broke(clock.instant(), e.error(), BlockOutcome.NONE);
        }
        KernelCall call = kernels.start(request, listener(task, log));
        task.attach(call);
        return event(call.await(), task);
    }

    private static KernelListener listener(BlockTask task, BlockLog log) {
        return new KernelListener() {
            @Override
            public void waiting(String reason) {
                log.waits(reason);
            }

            @Override
            public void started() {
                log.began();
                task.activeRun().started(task.block().id());
            }

            @Override
            public void printed(String line) {
                log.printed(line);
            }
        };
    }

    private BlockRunEvent event(KernelResult result, BlockTask task) {
        return switch (result) {
            case KernelResult.Completed(var outputs, int passed) -> {
                var published = publish(outputs, task);
                yield new BlockRunEvent.Succeeded(
                        clock.instant(), new BlockOutcome(published, passed, 0));
            }
            case KernelResult.Failed(BlockError error, var outputs, int passed, int failed) -> {
                // What a block stored before its tests failed stays readable; nothing downstream
                // takes it.
                var published = outputs.isEmpty() ? List.<OutputInfo>of() : publish(outputs, task);
                yield new BlockRunEvent.Broke(
                        clock.instant(), error, new BlockOutcome(published, passed, failed));
            }
            case KernelResult.Cancelled(String reason) ->
                    new BlockRunEvent.Stopped(clock.instant(), reason);
        };
    }

    // Outputs first: a reader must never see Completed without its data.
    private List<OutputInfo> publish(List<OutputInfo> outputs, BlockTask task) {
        PipelineRun run = task.activeRun().run();
        BlockId block = task.block().id();
        return publisher.publish(outputs, run.pipeline(), run.origin().partition(), block);
    }
}
