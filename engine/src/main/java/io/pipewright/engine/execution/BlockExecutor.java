package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.kernel.KernelListener;
import io.pipewright.engine.kernel.KernelRequest;
import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.kernel.KernelResult;
import io.pipewright.engine.kernel.KernelTask;
import io.pipewright.engine.kernel.KernelTask.Moment;
import io.pipewright.engine.kernel.Kernels;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockType;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.variable.OutputPublisher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Runs one attempt of one block: from its inputs to a worker to its outputs in place. Thread: any, one per block.
public final class BlockExecutor {

    private final Kernels kernels;
    private final KernelRequests requests;
    private final OutputPublisher publisher;
    private final BlockLogs logs;
    private final InstantSource clock;
    private final AddOns addOns;

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
        this.addOns = new AddOns(kernels, requests, publisher);
    }

    /// Tells the task how it ended as soon as its outputs are in place; failing user code is an end like any other. The log's last lines
    /// and tidying up follow after that, so that the next block does not wait for them; the run does.
    void execute(BlockTask task) {
        Path folder = publisher.newFolder();
        try (BlockLog log = logs.open(task.activeRun().run(), task.block().block(), task.key())) {
            Optional<BlockRunEvent> end = execute(task, folder, log);
            if (end.isEmpty()) {
                log.asksAgain(BlockTask.BETWEEN_POLLS);
                task.endUndecided();
            } else {
                task.end(end.get());
                log.ended(end.get(), task.key().attempt(), task.block().retry().attempts());
            }
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

    /// Calls the callbacks of a block that has ended, one after the other.
    ///
    /// @param begun gets each call as soon as it can be cancelled
    void callBack(ActiveRun run, BlockRun ended, Moment moment, Consumer<KernelCall> begun) {
        PlannedBlock block = run.plan().block(ended.block()).orElseThrow();
        Optional<BlockError> error =
                ended.state() instanceof BlockRunState.Failed failed
                        ? Optional.of(failed.error())
                        : Optional.empty();
        List<Input> inputs =
                moment == Moment.CANCELLED
                        ? List.of()
                        : List.of(
                                new Input(
                                        ended.block(),
                                        block.block().kind().typeWord(),
                                        ended.state().outcome().outputs()));
        var task = new KernelTask.CallBack(ended.block(), moment, error);
        var occasion = new AddOns.Occasion(run, ended.key().attempt(), task, inputs);
        try (BlockLog log = logs.open(run.run(), block.block(), ended.key())) {
            run.plan()
                    .attached(BlockType.CALLBACK, ended.block())
                    .forEach(callback -> addOns.run(callback, occasion, log, begun));
        }
    }

    /// Empty for a sensor that said no.
    private Optional<BlockRunEvent> execute(BlockTask task, Path folder, BlockLog log) {
        KernelRequest request;
        try {
            if (task.block().isFannedOut()) return Optional.of(fanOut(task, log));
            request = requests.of(task, folder, log);
        } catch (BlockNotRunnableException e) {
            return Optional.of(
                    new BlockRunEvent.Broke(clock.instant(), e.error(), BlockOutcome.NONE));
        }
        if (!mayRun(task, request.inputs(), log)) return Optional.of(refused(task));
        KernelCall call = kernels.start(request, listener(task, log));
        task.attach(call);
        return event(call.await(), task);
    }

    private BlockRunEvent fanOut(BlockTask task, BlockLog log) {
        task.activeRun().started(task.block().id());
        List<PlannedBlock> children = requests.children(task);
        log.fansOut(children.size());
        task.activeRun().fanOut(task.block().id(), children);
        return new BlockRunEvent.Succeeded(clock.instant(), BlockOutcome.NONE);
    }

    /// Asks every conditional of the block; a condition that fails says no.
    private boolean mayRun(BlockTask task, List<Input> inputs, BlockLog log) {
        var decide = new KernelTask.Decide(task.block().block().id());
        var occasion = new AddOns.Occasion(task.activeRun(), task.key().attempt(), decide, inputs);
        boolean mayRun = true;
        for (PlannedBlock conditional :
                task.activeRun()
                        .plan()
                        .attached(BlockType.CONDITIONAL, task.block().block().id())) {
            mayRun &= addOns.run(conditional, occasion, log, task::attach);
        }
        return mayRun;
    }

    private BlockRunEvent refused(BlockTask task) {
        return task.cancelReason()
                .<BlockRunEvent>map(why -> new BlockRunEvent.Stopped(clock.instant(), why))
                .orElseGet(() -> new BlockRunEvent.ConditionRefused(clock.instant()));
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

    private Optional<BlockRunEvent> event(KernelResult result, BlockTask task) {
        if (result instanceof KernelResult.Decided(boolean yes) && !yes) return Optional.empty();
        return Optional.of(end(result, task));
    }

    private BlockRunEvent end(KernelResult result, BlockTask task) {
        return switch (result) {
            case KernelResult.Decided _ ->
                    new BlockRunEvent.Succeeded(clock.instant(), BlockOutcome.NONE);
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
        BlockId block = task.block().block().id();
        OptionalInt child =
                task.block()
                        .part()
                        .map(part -> OptionalInt.of(part.index()))
                        .orElse(OptionalInt.empty());
        return publisher.publish(outputs, run.pipeline(), run.origin().partition(), block, child);
    }
}
