package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.kernel.KernelRequest.Portion;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.DynamicBlocks.Supply;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.FanOut;
import io.pipewright.engine.run.FanOut.Choice;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.variable.OutputDamagedException;
import io.pipewright.engine.variable.OutputSeals;
import io.pipewright.engine.variable.VariableStore;
import java.util.ArrayList;
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
        var inputs = new ArrayList<Input>();
        PlannedBlock planned = task.block();
        for (int at = 0; at < planned.block().upstream().size(); at++) {
            BlockId upstream = planned.block().upstream().get(at);
            Input input =
                    planned.supply(at) == Supply.REDUCED
                            ? reduced(task, upstream)
                            : chosen(task, upstream, planned.choice(at));
            input.outputs().forEach(output -> verify(upstream, output));
            inputs.add(input);
        }
        return inputs;
    }

    private Input chosen(BlockTask task, BlockId upstream, Choice choice) {
        List<OutputInfo> outputs = outcome(task, choice.child().orElse(upstream)).outputs();
        Portion portion =
                choice.item().isPresent()
                        ? new Portion.Item(choice.item().getAsInt())
                        : new Portion.Whole();
        return new Input(upstream, type(task, upstream), outputs, portion);
    }

    private Input reduced(BlockTask task, BlockId upstream) {
        List<List<OutputInfo>> children =
                children(task, upstream).stream()
                        .map(child -> outcome(task, child).outputs())
                        .toList();
        children.forEach(outputs -> outputs.forEach(output -> verify(upstream, output)));
        return new Input(upstream, type(task, upstream), List.of(), new Portion.Reduced(children));
    }

    private static String type(BlockTask task, BlockId upstream) {
        return task.activeRun()
                .plan()
                .block(upstream)
                .map(planned -> planned.block().kind().typeWord())
                .orElse("");
    }

    /// The children of a block that is fanned out.
    ///
    /// @throws BlockNotRunnableException if an upstream stored something else than items
    List<PlannedBlock> children(BlockTask task) {
        var offered = new ArrayList<List<Choice>>();
        PlannedBlock planned = task.block();
        for (int at = 0; at < planned.block().upstream().size(); at++) {
            offered.add(offered(task, planned.block().upstream().get(at), planned.supply(at)));
        }
        return FanOut.children(planned, offered);
    }

    private List<Choice> offered(BlockTask task, BlockId upstream, Supply supply) {
        return switch (supply) {
            case WHOLE, REDUCED -> List.of(Choice.WHOLE);
            case ITEM -> items(task, upstream, Optional.empty());
            case CHILD -> children(task, upstream).stream().map(Choice::ofChild).toList();
            case ITEM_OF_CHILD ->
                    children(task, upstream).stream()
                            .flatMap(child -> items(task, upstream, Optional.of(child)).stream())
                            .toList();
        };
    }

    private List<Choice> items(BlockTask task, BlockId upstream, Optional<BlockId> child) {
        List<OutputInfo> outputs = outcome(task, child.orElse(upstream)).outputs();
        return DynamicItems.of(upstream, child, outputs);
    }

    private static List<BlockId> children(BlockTask task, BlockId upstream) {
        if (task.activeRun().plan().block(upstream).isPresent())
            return task.activeRun().children(upstream);
        throw new BlockNotRunnableException(
                BlockError.of(
                        "MissingInput",
                        "Upstream \""
                                + upstream
                                + "\" is run once for each item, and its outputs are known within one run only."
                                + " Run the whole pipeline."));
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
