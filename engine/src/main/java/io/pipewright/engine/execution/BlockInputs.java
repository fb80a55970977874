package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.variable.OutputDamagedException;
import io.pipewright.engine.variable.OutputSeals;
import io.pipewright.engine.variable.VariableStore;
import java.util.List;
import java.util.Optional;

/// Finds what the upstreams of a block have stored: in this run; for a single block in the newest run that completed them, else
/// what a notebook left on disk, also another product's.
/// An output that is no longer what was stored is refused. Thread: any; reads input files.
public final class BlockInputs {

    private static final String NOTEBOOK = "";

    private final RunStore store;
    private final VariableStore variables;

    public BlockInputs(RunStore store, VariableStore variables) {
        this.store = store;
        this.variables = variables;
    }

    /// One per upstream, in the block's order.
    ///
    /// @throws BlockNotRunnableException if an input is missing or damaged
    List<Input> of(BlockTask task) {
        return task.block().block().upstream().stream()
                .map(upstream -> input(task, upstream))
                .toList();
    }

    private Input input(BlockTask task, BlockId upstream) {
        List<OutputInfo> outputs = outcome(task, upstream).outputs();
        outputs.forEach(output -> verify(upstream, output));
        String type =
                task.activeRun()
                        .plan()
                        .block(upstream)
                        .map(planned -> planned.block().kind().typeWord())
                        .orElse("");
        return new Input(upstream, type, outputs);
    }

    private BlockOutcome outcome(BlockTask task, BlockId upstream) {
        Optional<BlockOutcome> ofThisRun = task.activeRun().outcome(upstream);
        if (ofThisRun.isPresent()) return ofThisRun.get();
        RunPlan plan = task.activeRun().plan();
        // A markdown or scratchpad upstream is never run and stores nothing.
        if (plan.scope().onlyBlock().isEmpty()) return BlockOutcome.NONE;
        return store.newestCompleted(plan.pipeline(), upstream)
                .map(blockRun -> blockRun.state().outcome())
                .or(() -> ofNotebook(plan, upstream))
                .orElseThrow(() -> notStored(upstream));
    }

    private Optional<BlockOutcome> ofNotebook(RunPlan plan, BlockId upstream) {
        List<OutputInfo> outputs = variables.outputs(plan.pipeline(), NOTEBOOK, upstream);
        return outputs.isEmpty() ? Optional.empty() : Optional.of(new BlockOutcome(outputs, 0, 0));
    }

    private static BlockNotRunnableException notStored(BlockId upstream) {
        return new BlockNotRunnableException(
                BlockError.of(
                        "MissingInput",
                        "Upstream \""
                                + upstream
                                + "\" has no stored outputs yet. Run it first, or run the whole"
                                + " pipeline."));
    }

    private static void verify(BlockId upstream, OutputInfo output) {
        try {
            OutputSeals.verify(upstream, output);
        } catch (OutputDamagedException e) {
            throw new BlockNotRunnableException(
                    BlockError.of("DamagedInput", String.valueOf(e.getMessage())));
        }
    }
}
