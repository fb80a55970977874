package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineAddOns;
import io.pipewright.engine.project.PipelineType;
import io.pipewright.engine.project.RetryConfig;
import io.pipewright.engine.run.RunPlan.RunScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunPlannerTest {

    private static final BlockId CLEAN = new BlockId("clean");

    @Test
    void plansTheExecutableBlocksInPipelineOrder() {
        var plan =
                Runs.plan(
                        Runs.pipeline(
                                "daily",
                                Runs.block("report", "clean", "load"),
                                Runs.block("load"),
                                Runs.blockOf("scratchpad", "notes"),
                                Runs.block("clean", "load", "notes")));

        assertEquals(
                List.of("report", "load", "clean"),
                plan.blocks().stream().map(planned -> planned.id().value()).toList());
        assertEquals(
                List.of(CLEAN, new BlockId("load")),
                plan.block(new BlockId("report")).orElseThrow().upstream());
        assertEquals(List.of(new BlockId("load")), plan.block(CLEAN).orElseThrow().upstream());
    }

    @Test
    void keepsTheTextsOfTheMoment() {
        var pipeline = Runs.pipeline("daily", Runs.block("clean"), Runs.block("lost"));
        var snapshot = new PipelineSnapshot(pipeline, "name: daily", Map.of(CLEAN, "return 1"));

        var plan = planner().plan(snapshot, RunRequest.of(pipeline.id()));

        assertEquals("name: daily", plan.text());
        assertEquals(Optional.of("return 1"), plan.blocks().getFirst().source());
        assertEquals(Optional.empty(), plan.blocks().getLast().source());
    }

    @Test
    void runsOneBlockWithoutWaitingForItsUpstreams() {
        var pipeline = Runs.pipeline("daily", Runs.block("load"), Runs.block("clean", "load"));

        var plan = planner().plan(snapshot(pipeline), only(pipeline, "clean"));

        assertEquals(List.of(CLEAN), plan.blocks().stream().map(PlannedBlock::id).toList());
        assertEquals(List.of(), plan.blocks().getFirst().upstream());
        assertEquals(new RunScope(Optional.of(CLEAN), false, false), plan.scope());
    }

    @Test
    void namesTheRunsOfAReplicaAfterBothBlocks() {
        Block original = Runs.block("clean");
        var source = new BlockSource(Optional.empty(), Optional.of(CLEAN), Optional.empty());
        var replica =
                new Block(
                        new BlockId("again"),
                        "again",
                        original.kind(),
                        List.of(CLEAN),
                        source,
                        original.options());

        var plan = Runs.plan(Runs.pipeline("daily", original, replica));

        assertEquals(
                List.of("clean", "again:clean"),
                plan.firstAttempts(new RunId(1)).stream()
                        .map(run -> run.key().blockRunUuid())
                        .toList());
    }

    @Test
    void knowsCallbacksConditionalsAndExtensionsButNoCharts() {
        Block callback = Runs.blockOf("callback", "tell", "load");
        Block conditional = Runs.blockOf("conditional", "is_monday", "load");
        Block chart = Runs.blockOf("chart", "rain", "load");
        var plain = Runs.pipeline("daily", Runs.block("load"));
        var addOns =
                new PipelineAddOns(
                        List.of(callback), List.of(conditional), List.of(chart), List.of());
        var pipeline =
                new Pipeline(
                        plain.id(),
                        plain.file(),
                        plain.info(),
                        plain.blocks(),
                        addOns,
                        plain.details());

        assertEquals(
                List.of(callback, conditional),
                Runs.plan(pipeline).addOns().stream().map(PlannedBlock::block).toList());
    }

    @Test
    void retriesAsTheProjectSaysWhereNobodyElseDoes() {
        var projectRetry =
                new RetryConfig(
                        OptionalInt.of(2), Optional.empty(), Optional.empty(), Optional.empty());
        var pipeline = Runs.pipeline("daily", Runs.block("load"));

        var plan =
                new RunPlanner(projectRetry).plan(snapshot(pipeline), RunRequest.of(pipeline.id()));

        assertEquals(RetryPolicy.of(projectRetry), plan.blocks().getFirst().retry());
    }

    @Test
    void refusesAPipelineOfAnotherType() {
        var pipeline = Runs.pipeline("events", PipelineType.STREAMING, Runs.block("load"));

        assertEquals(
                "Cannot run pipeline \"events\" ("
                        + pipeline.file()
                        + "): its type is \"streaming\", and only"
                        + " batch pipelines (type: python) run here",
                refusal(pipeline, RunRequest.of(pipeline.id())));
    }

    @Test
    void refusesABlockThatIsNotThereAndNamesThoseThatAre() {
        var pipeline = Runs.pipeline("daily", Runs.block("load"), Runs.block("clean"));

        assertEquals(
                "Cannot run pipeline \"daily\" ("
                        + pipeline.file()
                        + "): it has no block \"cleam\"."
                        + " Its blocks: \"load\", \"clean\"",
                refusal(pipeline, only(pipeline, "cleam")));
    }

    @Test
    void refusesABlockThatIsNeverRun() {
        var pipeline =
                Runs.pipeline("daily", Runs.block("load"), Runs.blockOf("scratchpad", "notes"));

        assertEquals(
                "Cannot run pipeline \"daily\" ("
                        + pipeline.file()
                        + "): block \"notes\" is a scratchpad and"
                        + " is never run. Blocks that are: \"load\"",
                refusal(pipeline, only(pipeline, "notes")));
    }

    @Test
    void refusesBlocksThatWaitForEachOther() {
        var pipeline =
                Runs.pipeline(
                        "daily",
                        Runs.block("load"),
                        Runs.block("a", "load", "b"),
                        Runs.block("b", "a"));

        assertEquals(
                "Cannot run pipeline \"daily\" ("
                        + pipeline.file()
                        + "): blocks wait for each other: \"a\", \"b\"",
                refusal(pipeline, RunRequest.of(pipeline.id())));
    }

    private static String refusal(Pipeline pipeline, RunRequest request) {
        var refused =
                assertThrows(
                        RunRefusedException.class,
                        () -> planner().plan(snapshot(pipeline), request));
        return String.valueOf(refused.getMessage());
    }

    private static RunRequest only(Pipeline pipeline, String block) {
        return new RunRequest(
                pipeline.id(), Map.of(), Optional.of(new BlockId(block)), false, false);
    }

    private static PipelineSnapshot snapshot(Pipeline pipeline) {
        return new PipelineSnapshot(pipeline, "", Map.of());
    }

    private static RunPlanner planner() {
        return new RunPlanner(RetryConfig.NONE);
    }
}
