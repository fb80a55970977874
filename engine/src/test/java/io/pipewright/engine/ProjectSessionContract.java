package io.pipewright.engine;

import static io.pipewright.engine.SessionProject.BROKEN;
import static io.pipewright.engine.SessionProject.ENDLESS;
import static io.pipewright.engine.SessionProject.FAILING;
import static io.pipewright.engine.SessionProject.TABLES;
import static io.pipewright.engine.SessionProject.WAREHOUSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.EngineStatus;
import io.pipewright.engine.session.ProjectListing.Counts;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import io.pipewright.engine.session.SessionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a session says of the files and the runs of its project, the same in this process and over the socket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProjectSessionContract {

    private SessionProject project;
    private ProjectSession session;
    private RunId completed;

    abstract ProjectSession connect(SessionProject project);

    @BeforeAll
    void open(@TempDir Path parent) {
        project = SessionProject.in(parent);
        session = connect(project);
        session.trust();
        completed = SessionProject.run(session, TABLES);
    }

    @AfterAll
    void close() {
        session.close();
        project.close();
    }

    @Test
    void listsEveryPipelineTheBrokenWithItsReason() {
        var listing = session.listing();

        assertEquals(project.folder(), listing.folder());
        assertEquals(
                List.of("demo", true, List.of()),
                List.of(listing.name(), listing.trusted(), listing.problems()));
        assertEquals(
                List.of("broken", "endless", "failing", "flowing", "tables", "warehouse"),
                listing.pipelines().stream().map(entry -> entry.id().value()).toList());
        PipelineEntry broken = listing.pipelines().getFirst();
        ProjectProblem problem = broken.problems().getFirst();
        assertEquals(
                new PipelineEntry(
                        BROKEN,
                        "broken",
                        "invalid",
                        new Counts(0, 0, 0),
                        List.of(problem),
                        Optional.empty()),
                broken);
        assertEquals(project.pipelineFile(BROKEN), problem.file());
        assertEquals(3, problem.line());
    }

    @Test
    void listsTheNewestRunOfAPipeline() {
        RunId newest = SessionProject.run(session, FAILING);

        PipelineEntry failing = session.listing().pipelines().get(2);

        assertEquals(Optional.of(detail(newest).run()), failing.lastRun());
    }

    @Test
    void givesAPipelineWithTheTypesOfItsSettings() {
        assertEquals(Optional.of(project.pipeline(TABLES)), session.pipeline(TABLES));
        assertEquals(Optional.empty(), session.pipeline(BROKEN));
        assertEquals(Optional.empty(), session.pipeline(new PipelineId("../tables")));
    }

    @Test
    void saysWhichBlocksCanRunAndWhyNot() {
        assertEquals(
                List.of(
                        "block \"sales\" has the SQL provider \"snowflake\", and SQL blocks run on duckdb, postgres, sqlite only."
                                + " Choose one of these, or query it in a Python block, to run the pipeline here."),
                reasons(WAREHOUSE));
        assertEquals(List.of(), reasons(TABLES));
        assertEquals(Optional.empty(), session.validation(BROKEN));
        assertEquals(Optional.empty(), session.validation(new PipelineId("../tables")));
    }

    private List<String> reasons(PipelineId pipeline) {
        return session.validation(pipeline).orElseThrow().blocks().stream()
                .flatMap(block -> block.whyNot().stream())
                .toList();
    }

    @Test
    void givesTheSourceOfABlock() {
        assertEquals(
                Optional.of(SessionProject.CELLS), session.source(TABLES, new BlockId("cells")));
        assertEquals(Optional.empty(), session.source(TABLES, new BlockId("none")));
        assertEquals(Optional.empty(), session.source(TABLES, new BlockId("../metadata")));
    }

    @Test
    void refusesToStartWhatCannotRun() {
        assertTrue(refusalOf("weekly").contains("There is no pipeline \"weekly\""));
        assertTrue(refusalOf("../tables").contains("There is no pipeline \"../tables\""));
        assertTrue(refusalOf("broken").contains(project.pipelineFile(BROKEN) + ", line 3"));
        assertTrue(refusalOf("flowing").contains("its type is \"streaming\""));
        assertTrue(
                refusal(
                                new RunRequest(
                                        TABLES,
                                        Map.of(),
                                        Optional.of(new BlockId("../cells")),
                                        false,
                                        false))
                        .contains("it has no block \"../cells\""));
        assertTrue(
                refusal(
                                new RunRequest(
                                        TABLES,
                                        Map.of("execution_partition", "../../out"),
                                        Optional.empty(),
                                        false,
                                        false))
                        .contains("Cannot use \"../../out\""));
    }

    private String refusalOf(String pipeline) {
        return refusal(RunRequest.of(new PipelineId(pipeline)));
    }

    private String refusal(RunRequest request) {
        return String.valueOf(
                assertThrows(SessionException.class, () -> session.start(request)).getMessage());
    }

    @Test
    void keepsTheTypesOfRunVariables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("whole", 1);
        variables.put("large", 9_007_199_254_740_993L);
        variables.put("real", 0.5);
        variables.put("missing", Double.NaN);
        variables.put("nothing", null);
        variables.put("day", LocalDate.parse("2024-01-05"));
        variables.put("moment", LocalDateTime.parse("2024-01-05T06:07:08.123456"));
        variables.put("nested", Map.of("list", Arrays.asList(1, "two", null, true)));

        RunId run =
                session.start(
                        new RunRequest(
                                TABLES, variables, Optional.of(new BlockId("many")), false, false));

        assertEquals(variables, detail(run).run().variables());
    }

    @Test
    void cancelsARun() {
        BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
        try (var _ = session.subscribe(events::add)) {
            RunId run = session.start(RunRequest.of(ENDLESS));
            TestProject.await(
                    events,
                    event ->
                            event instanceof EngineEvent.BlockRunChanged(var changed)
                                    && changed.state() instanceof BlockRunState.Running);

            session.cancel(run);
            SessionProject.awaitEnd(events, run);

            assertEquals("cancelled", detail(run).run().state().word());
            RunDetail ended = detail(run);
            session.cancel(run);
            session.cancel(new RunId(4711));
            assertEquals(ended, detail(run));
        }
    }

    @Test
    void givesARunWithItsBlocksInOrder() {
        RunDetail run = detail(completed);

        assertEquals(
                List.of("cells", "many"),
                run.blockRuns().stream().map(block -> block.block().value()).toList());
        var state =
                assertInstanceOf(BlockRunState.Completed.class, run.blockRuns().getLast().state());
        var output = state.outcome().outputs().getFirst();
        assertEquals(100, output.rowCount().orElseThrow());
        assertTrue(Files.isRegularFile(output.folder().resolve(output.seal().file())));
        assertTrue(Files.isDirectory(run.logFolder()));
        assertEquals(Optional.empty(), session.run(new RunId(4711)));
    }

    @Test
    void saysWhyABlockFailed() {
        RunDetail run = detail(SessionProject.run(session, FAILING));

        var failed =
                assertInstanceOf(BlockRunState.Failed.class, run.blockRuns().getFirst().state());
        assertEquals("BinderError", failed.error().type());
        assertEquals(2, failed.error().line().orElseThrow());
    }

    @Test
    void givesRunsNewestFirst() {
        RunId second = SessionProject.run(session, FAILING);
        RunId third = SessionProject.run(session, FAILING);
        var ofFailing = new RunQuery(Optional.of(FAILING), Optional.empty(), 2);
        var before = new RunQuery(Optional.of(FAILING), Optional.of(third), 1);

        assertEquals(List.of(third, second), ids(session.runs(ofFailing)));
        assertEquals(List.of(second), ids(session.runs(before)));
        assertEquals(detail(third).run(), session.runs(RunQuery.newest(1)).getFirst());
        assertEquals(List.of(), session.runs(RunQuery.newest(0)));
        assertEquals(
                List.of(), session.runs(new RunQuery(Optional.of(BROKEN), Optional.empty(), 10)));
    }

    private static List<RunId> ids(List<PipelineRun> runs) {
        return runs.stream().map(PipelineRun::id).toList();
    }

    @Test
    void givesTheLogOfABlock() {
        RunId failed = SessionProject.run(session, FAILING);
        List<LogLine> lines = session.log(failed, "wrong");

        assertTrue(
                lines.stream().anyMatch(line -> line.message().contains("nope")), lines::toString);
        assertEquals("wrong", lines.getFirst().tags().get("block_uuid"));
        assertEquals(lines.stream().sorted(Comparator.comparing(LogLine::at)).toList(), lines);
        assertEquals(List.of(), session.log(failed, "../../wrong"));
        assertEquals(List.of(), session.log(new RunId(4711), "wrong"));
    }

    @Test
    void tellsHowTheEngineIs() {
        EngineStatus status = session.status();

        assertEquals(ProcessHandle.current().pid(), status.pid());
        assertEquals("", status.python());
        assertTrue(status.workers() > 0, status::toString);
        assertTrue(status.freeDiskBytes() > 0, status::toString);
    }

    private RunDetail detail(RunId run) {
        return session.run(run).orElseThrow();
    }
}
