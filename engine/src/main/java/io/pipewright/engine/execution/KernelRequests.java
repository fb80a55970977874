package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest;
import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.kernel.KernelRequest.RunContext;
import io.pipewright.engine.kernel.KernelTask;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockLanguage;
import io.pipewright.engine.project.MissingFeatures;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.FanOut.Part;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunVariables;
import io.pipewright.engine.template.TemplateException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes what a worker is asked to do. Thread: any; reads input files.
public final class KernelRequests {

    private static final String DYNAMIC_INDEX = "dynamic_block_index";

    private final BlockInputs inputs;
    private final SqlRequests sql;
    private final KernelOptions options;

    public KernelRequests(BlockInputs inputs, SqlRequests sql, KernelOptions options) {
        this.inputs = inputs;
        this.sql = sql;
        this.options = options;
    }

    /// @throws BlockNotRunnableException if it cannot be given to a worker
    KernelRequest of(BlockTask task, Path outputFolder, BlockLog log) {
        PlannedBlock planned = task.block();
        RunPlan plan = task.activeRun().plan();
        Block block = planned.block();
        refuseMissingFeatures(planned, plan);
        String source = planned.source().orElseThrow(() -> missingFile(block));
        List<Input> found = inputs.of(task);
        var execute = new KernelTask.Execute(plan.scope().runTests());
        RunContext context =
                context(task.activeRun(), task.key().attempt(), execute, planned.part());
        return new KernelRequest(
                block,
                source,
                context,
                found,
                outputFolder,
                statement(planned, plan, found, context.variables(), log));
    }

    /// The children of a block that is fanned out.
    ///
    /// @throws BlockNotRunnableException if an upstream has no items to give
    List<PlannedBlock> children(BlockTask task) {
        refuseMissingFeatures(task.block(), task.activeRun().plan());
        return inputs.children(task);
    }

    /// What a worker is asked to do with a conditional or a callback.
    ///
    /// @throws BlockNotRunnableException if its file is missing
    KernelRequest ofAddOn(PlannedBlock addOn, AddOns.Occasion occasion, Path outputFolder) {
        return new KernelRequest(
                addOn.block(),
                addOn.source().orElseThrow(() -> missingFile(addOn.block())),
                context(occasion.run(), occasion.attempt(), occasion.task(), Optional.empty()),
                occasion.inputs(),
                outputFolder,
                Optional.empty());
    }

    private RunContext context(
            ActiveRun active, int attempt, KernelTask task, Optional<Part> part) {
        PipelineRun run = active.run();
        var variables = new LinkedHashMap<>(RunVariables.of(active.plan()).seenIn(run));
        part.ifPresent(child -> variables.put(DYNAMIC_INDEX, child.index()));
        return new RunContext(
                run.id(), run.pipeline(), attempt, variables, options(active.plan()), task);
    }

    /// Settings for the kernels of a run's blocks.
    Map<String, String> options(RunPlan plan) {
        return options.of(plan.options());
    }

    private Optional<Map<String, Object>> statement(
            PlannedBlock planned,
            RunPlan plan,
            List<Input> found,
            Map<String, Object> variables,
            BlockLog log) {
        Block block = planned.block();
        if (block.kind().language() != BlockLanguage.SQL) return Optional.empty();
        try {
            var statement = new SqlBlock(plan, block, planned.source().orElse(""));
            return Optional.of(sql.of(statement, found, variables, log::warning));
        } catch (TemplateException e) {
            OptionalInt line = e.line() > 0 ? OptionalInt.of(e.line()) : OptionalInt.empty();
            String file = block.source().file().map(Path::toString).orElse("");
            throw new BlockNotRunnableException(
                    new BlockError(
                            "TemplateError", String.valueOf(e.getMessage()), file, line, ""));
        }
    }

    private static void refuseMissingFeatures(PlannedBlock planned, RunPlan plan) {
        List<Block> addOns = plan.addOns().stream().map(PlannedBlock::block).toList();
        MissingFeatures.of(planned.block(), addOns).ifPresent(KernelRequests::refuse);
        if (planned.getsParts())
            MissingFeatures.ofParts(planned.block()).ifPresent(KernelRequests::refuse);
    }

    private static void refuse(String why) {
        throw new BlockNotRunnableException(BlockError.unsupported(why));
    }

    private static BlockNotRunnableException missingFile(Block block) {
        String where = block.source().file().map(Path::toString).orElse("it has none");
        return new BlockNotRunnableException(
                BlockError.of(
                        "MissingFile",
                        "The file of block \""
                                + block.id()
                                + "\" is missing: "
                                + where
                                + ". Restore it, or remove the block from the pipeline."));
    }
}
