package io.pipewright.engine.run;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.DynamicBlocks;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineAddOns;
import io.pipewright.engine.project.RetryConfig;
import io.pipewright.engine.run.RunPlan.RunScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns a pipeline and a request into what is executed.
public final class RunPlanner {

    private final RetryConfig projectRetry;

    /// @param projectRetry the project's `retry_config`; a pipeline's and a block's win over it key by key
    public RunPlanner(RetryConfig projectRetry) {
        this.projectRetry = projectRetry;
    }

    /// @throws RunRefusedException if the pipeline is of a kind that does not run here, its blocks wait for each other, or the
    ///     one block asked for does not exist or is never run
    public RunPlan plan(PipelineSnapshot snapshot, RunRequest request) {
        Pipeline pipeline = snapshot.pipeline();
        refuseOtherTypes(pipeline);
        List<Block> blocks = chosen(pipeline, request.onlyBlock());
        refuseCircles(pipeline, blocks);
        Set<BlockId> ids = blocks.stream().map(Block::id).collect(Collectors.toSet());
        return new RunPlan(
                pipeline.id(),
                pipeline.options(),
                planned(snapshot, blocks.stream(), ids::contains),
                planned(snapshot, addOns(pipeline.addOns()), _ -> false),
                new RunScope(request.onlyBlock(), request.runTests(), request.mayFail()),
                snapshot.text());
    }

    private static void refuseOtherTypes(Pipeline pipeline) {
        switch (pipeline.info().type()) {
            case PYTHON -> {}
            case PYSPARK, STREAMING, INTEGRATION, UNKNOWN ->
                    throw refused(
                            pipeline,
                            "its type is \""
                                    + pipeline.info().typeWord()
                                    + "\", and only batch pipelines (type: python) run here");
        }
    }

    private static List<Block> chosen(Pipeline pipeline, Optional<BlockId> onlyBlock) {
        List<Block> executable = pipeline.blocks().stream().filter(Block::isExecutable).toList();
        if (onlyBlock.isEmpty()) return executable;
        BlockId id = onlyBlock.get();
        Block block =
                pipeline.block(id)
                        .orElseThrow(
                                () ->
                                        refused(
                                                pipeline,
                                                "it has no block \""
                                                        + id
                                                        + "\". Its blocks: "
                                                        + names(executable)));
        if (block.isExecutable()) return List.of(block);
        throw refused(
                pipeline,
                "block \""
                        + id
                        + "\" is a "
                        + block.kind().typeWord()
                        + " and is never run. Blocks that are: "
                        + names(executable));
    }

    private static void refuseCircles(Pipeline pipeline, List<Block> blocks) {
        var waiting = new ArrayList<>(blocks);
        Set<BlockId> left =
                waiting.stream().map(Block::id).collect(Collectors.toCollection(HashSet::new));
        while (waiting.removeIf(
                block ->
                        block.upstream().stream().noneMatch(left::contains)
                                && left.remove(block.id()))) {
            // Each round takes the blocks whose upstreams are taken.
        }
        if (!waiting.isEmpty())
            throw refused(pipeline, "blocks wait for each other: " + names(waiting));
    }

    private static Stream<Block> addOns(PipelineAddOns addOns) {
        return Stream.of(addOns.callbacks(), addOns.conditionals(), addOns.extensions())
                .flatMap(List::stream);
    }

    private List<PlannedBlock> planned(
            PipelineSnapshot snapshot, Stream<Block> blocks, Predicate<BlockId> runs) {
        var dynamic = new DynamicBlocks(snapshot.pipeline());
        return blocks.map(
                        block ->
                                new PlannedBlock(
                                        block,
                                        block.upstream().stream().filter(runs).distinct().toList(),
                                        Optional.ofNullable(snapshot.sources().get(block.id())),
                                        retry(snapshot.pipeline(), block),
                                        dynamic.supplies(block),
                                        Optional.empty()))
                .toList();
    }

    private RetryPolicy retry(Pipeline pipeline, Block block) {
        RetryConfig ofPipeline = pipeline.options().retry().orElse(RetryConfig.NONE);
        RetryConfig ofBlock = block.options().retry().orElse(RetryConfig.NONE);
        return RetryPolicy.of(ofBlock.over(ofPipeline).over(projectRetry));
    }

    private static String names(List<Block> blocks) {
        return blocks.stream()
                .map(block -> "\"" + block.id() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static RunRefusedException refused(Pipeline pipeline, String why) {
        return new RunRefusedException(
                "Cannot run pipeline \"" + pipeline.id() + "\" (" + pipeline.file() + "): " + why);
    }
}
