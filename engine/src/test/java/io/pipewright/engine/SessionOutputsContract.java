package io.pipewright.engine;

import static io.pipewright.engine.SessionProject.TABLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.ChartQuestion.Metric;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What a session says of stored outputs, the same in this process and over the socket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionOutputsContract {

    private SessionProject project;
    private ProjectSession session;
    private String partition;

    abstract ProjectSession connect(SessionProject project);

    @BeforeAll
    void open(@TempDir Path parent) {
        project = SessionProject.in(parent);
        session = connect(project);
        session.trust();
        RunId run = SessionProject.run(session, TABLES);
        partition = session.run(run).orElseThrow().run().origin().partition();
    }

    @AfterAll
    void close() {
        session.close();
        project.close();
    }

    @Test
    void givesCellsOfEveryKindAsTheyAreStored() {
        TablePage page = session.page(key("cells", "output_0"), 0, 10);

        assertEquals(
                Arrays.asList(
                        1,
                        "9007199254740993",
                        "12.50",
                        0.1,
                        "NaN",
                        null,
                        true,
                        "2024-01-05",
                        "2024-01-05T06:07:08.123456",
                        Arrays.asList(1, null),
                        Map.of("a", 1, "b", "x"),
                        "größer"),
                page.rows().getFirst());
        assertEquals(new ColumnInfo("whole", "INTEGER"), page.columns().getFirst());
        assertEquals(new ColumnInfo("exact", "DECIMAL(9,2)"), page.columns().get(2));
    }

    @Test
    void givesThePageAskedFor() {
        var columns = List.of(new ColumnInfo("n", "BIGINT"), new ColumnInfo("odd", "BIGINT"));

        assertEquals(
                new TablePage(columns, List.of(List.of(98, 0), List.of(99, 1)), 98, 100),
                session.page(key("many", "output_0"), 98, 10));
        assertEquals(
                new TablePage(columns, List.of(List.of(3, 1)), 3, 100),
                session.page(key("many", "output_0"), 3, 1));
        assertEquals(
                new TablePage(columns, List.of(), 100, 100),
                session.page(key("many", "output_0"), 100, 10));
    }

    @Test
    void refusesAPageThatIsNone() {
        assertRefused("cannot be negative", () -> session.page(key("many", "output_0"), -1, 10));
        assertRefused("cannot be negative", () -> session.page(key("many", "output_0"), 0, -1));
        assertRefused("is not stored", () -> session.page(key("many", "output_7"), 0, 10));
    }

    @Test
    void readsNothingOutsideTheStoredOutputs() {
        assertRefused("leads out of", () -> session.page(key("many", "../../.."), 0, 10));
        assertRefused("leads out of", () -> session.value(key("many", "/etc")));
        assertRefused(
                "leads out of",
                () ->
                        session.value(
                                new VariableKey(
                                        TABLES, "../../../..", new BlockId("one"), "output_0")));
    }

    @Test
    void givesTheTextOfAValue() {
        String json = "{\"größer\": [1.50, null]}\n";

        assertEquals(json, session.value(project.storeValue(json)));
        assertRefused("is not stored", () -> session.value(key("many", "output_7")));
    }

    @Test
    void aggregatesForAChart() {
        var question =
                new ChartQuestion(
                        key("many", "output_0"),
                        "odd",
                        List.of(new Metric("n", "max"), new Metric("n", "count")),
                        Optional.empty(),
                        10);

        assertEquals(
                List.of(List.of(0, 98, 50), List.of(1, 99, 50)), session.chart(question).rows());
        assertRefused("nope", () -> session.chart(grouped("nope")));
    }

    private ChartQuestion grouped(String column) {
        return new ChartQuestion(
                key("many", "output_0"),
                column,
                List.of(new Metric("n", "count")),
                Optional.empty(),
                10);
    }

    @Test
    void writesATableToAFile(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("many.csv");
        Path json = folder.resolve("many.json");

        assertEquals(2, session.export(key("many", "output_0"), csv, "csv", OptionalInt.of(2)));
        assertEquals("n,odd\n0,0\n1,1\n", Files.readString(csv));
        assertEquals(
                100, session.export(key("many", "output_0"), json, "json", OptionalInt.empty()));
        assertEquals(
                100,
                Files.readAllLines(json).stream().filter(line -> line.contains("odd")).count());
    }

    @Test
    void refusesAFileThatCannotBeWritten(@TempDir Path folder) {
        Path nowhere = folder.resolve("none").resolve("many.csv");
        Path odd = folder.resolve("many.xls");

        assertRefused(
                "none",
                () -> session.export(key("many", "output_0"), nowhere, "csv", OptionalInt.empty()));
        assertRefused(
                "xls",
                () -> session.export(key("many", "output_0"), odd, "xls", OptionalInt.empty()));
        assertFalse(Files.exists(odd));
    }

    private static void assertRefused(String why, Executable call) {
        String message = String.valueOf(assertThrows(SessionException.class, call).getMessage());
        assertTrue(message.contains(why), message);
    }

    private VariableKey key(String block, String output) {
        return new VariableKey(TABLES, partition, new BlockId(block), output);
    }
}
