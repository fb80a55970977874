package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.cli.CommandLineFixture.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What scripts can go by, the same whether the command runs its own engine or finds one that holds the project.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandLineContract {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    private CommandLineFixture program = new CommandLineFixture(Path.of(""), Path.of(""));
    private Result ran = Result.NONE;

    /// Called before and after all tests: holds the project, or does not.
    abstract void hold(CommandLineFixture project);

    abstract void release();

    @BeforeAll
    void runTheExample(@TempDir Path parent) throws IOException {
        program = Shop.in(parent);
        hold(program);
        ran = run("daily", "--json", "--runtime-vars", "{\"given\": [1, null], \"rate\": 2}");
    }

    @AfterAll
    void end() {
        release();
    }

    private Result run(String pipeline, String... options) {
        return execute("run", pipeline, options);
    }

    private Result execute(String command, String pipeline, String... others) {
        var arguments = new ArrayList<>(List.of(command, program.folder().toString(), pipeline));
        arguments.addAll(Arrays.asList(others));
        return program.execute(arguments.toArray(String[]::new));
    }

    @Test
    void runTellsTheRunInOneDocument() throws IOException {
        JsonNode run = ran.json();

        assertEquals(0, ran.exit(), ran::err);
        assertEquals(
                List.of(
                        "pipeline_uuid",
                        "pipeline_run_id",
                        "status",
                        "started_at",
                        "completed_at",
                        "variables",
                        "blocks",
                        "logs"),
                names(run));
        assertEquals("daily", run.path("pipeline_uuid").asText());
        assertTrue(run.path("pipeline_run_id").isIntegralNumber());
        assertEquals("completed", run.path("status").asText());
        assertTrue(run.path("started_at").asText().matches(TIME), run::toString);
        assertTrue(run.path("completed_at").asText().matches(TIME), run::toString);
        assertEquals(
                json("{\"day\": \"2024-01-05\", \"rate\": 2, \"given\": [1, null]}"),
                run.path("variables"));
        assertTrue(Files.isDirectory(Path.of(run.path("logs").asText())));
        assertTrue(ran.err().contains("clean"), ran::err);
    }

    @Test
    void runTellsEachBlock() throws IOException {
        JsonNode load = ran.json().path("blocks").path(0);
        JsonNode clean = ran.json().path("blocks").path(1);

        assertEquals(
                List.of(
                        "uuid",
                        "type",
                        "status",
                        "started_at",
                        "completed_at",
                        "attempts",
                        "outputs",
                        "tests",
                        "error"),
                names(load));
        assertEquals("load data_loader completed 1", facts(load));
        assertEquals("clean transformer completed 1", facts(clean));
        assertTrue(clean.path("started_at").asText().matches(TIME), clean::toString);
        assertEquals(json("{\"passed\": 0, \"failed\": 0}"), load.path("tests"));
        assertEquals(json("{\"passed\": 1, \"failed\": 0}"), clean.path("tests"));
        assertTrue(clean.path("error").isNull());
        JsonNode table = load.path("outputs").path(0);
        assertEquals(List.of("name", "type", "path", "row_count", "columns"), names(table));
        assertEquals("output_0", table.path("name").asText());
        assertEquals("dataframe", table.path("type").asText());
        assertEquals(2, table.path("row_count").asInt());
        assertEquals(
                json(
                        "[{\"name\": \"n\", \"type\": \"INTEGER\"}, {\"name\": \"name\", \"type\": \"VARCHAR\"}]"),
                table.path("columns"));
        assertTrue(Files.isRegularFile(Path.of(table.path("path").asText())), table::toString);
        JsonNode value = clean.path("outputs").path(0);
        assertTrue(value.path("row_count").isNull(), value::toString);
        assertEquals(json("[]"), value.path("columns"));
    }

    private static String facts(JsonNode block) {
        return "%s %s %s %s"
                .formatted(
                        block.path("uuid").asText(),
                        block.path("type").asText(),
                        block.path("status").asText(),
                        block.path("attempts").asText());
    }

    @Test
    void aFailedRunIsADocumentTooAndSaysWhereTheErrorIs() throws IOException {
        Result failed = run("failing", "--json");
        JsonNode wrong = failed.json().path("blocks").path(0);
        JsonNode after = failed.json().path("blocks").path(1);

        assertEquals(1, failed.exit(), failed::err);
        assertEquals("failed", failed.json().path("status").asText());
        assertEquals("wrong transformer failed 1", facts(wrong));
        assertEquals("after transformer cancelled 1", facts(after));
        assertTrue(after.path("started_at").isNull(), after::toString);
        JsonNode error = wrong.path("error");
        assertEquals(List.of("type", "message", "file", "line", "traceback"), names(error));
        assertEquals("KeyError", error.path("type").asText());
        assertEquals("'sku'", error.path("message").asText());
        assertTrue(error.path("file").asText().endsWith("transformers/wrong.py"), error::toString);
        assertEquals(4, error.path("line").asInt());
        assertTrue(error.path("traceback").asText().contains("KeyError: 'sku'"), error::toString);
        assertTrue(failed.err().contains("wrong"), failed::err);
    }

    @Test
    void aRefusedRunGivesNoDocument() {
        Result refused = run("broken", "--json");

        assertEquals(2, refused.exit());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("Cannot run pipeline \"broken\""), refused::err);
    }

    @Test
    void listTellsEveryPipeline() throws IOException {
        JsonNode list = program.execute("list", program.folder().toString(), "--json").json();

        assertEquals(List.of("project", "pipelines"), names(list));
        assertEquals(program.folder().toString(), list.path("project").asText());
        JsonNode broken = list.path("pipelines").path(0);
        assertEquals(
                List.of("uuid", "name", "type", "status", "blocks", "triggers", "problems"),
                names(broken));
        assertEquals(
                List.of("file", "line", "message", "hint"), names(broken.path("problems").path(0)));
        assertEquals(3, broken.path("problems").path(0).path("line").asInt());
        assertEquals("broken", broken.path("status").asText());
        assertEquals(
                json(
                        """
                        {"uuid": "daily", "name": "Every day", "type": "python", "status": "no_schedules",
                         "blocks": 2, "triggers": 0, "problems": []}
                        """),
                list.path("pipelines").path(1));
    }

    @Test
    void validateTellsEveryBlock() throws IOException {
        Result validated = program.execute("validate", program.folder().toString(), "--json");
        JsonNode document = validated.json();

        assertEquals(2, validated.exit());
        assertEquals(List.of("project", "problems", "pipelines"), names(document));
        assertEquals(1, document.path("problems").size());
        assertEquals(
                json(
                        """
                        {"uuid": "daily", "blocks": [
                          {"uuid": "load", "type": "data_loader", "language": "sql", "runnable": true, "reason": null},
                          {"uuid": "clean", "type": "transformer", "language": "python", "runnable": true, "reason": null}]}
                        """),
                document.path("pipelines").path(1));
    }

    @Test
    void outputGivesATableInEveryFormat() throws IOException {
        assertEquals(
                json(
                        """
                        {"columns": [{"name": "n", "type": "INTEGER"}, {"name": "name", "type": "VARCHAR"}],
                         "rows": [[1, "a"], [2, null]]}
                        """),
                output("load", "--format", "json").json());
        assertEquals(
                json("[[1, \"a\"]]"), output("load", "--json", "--limit", "1").json().path("rows"));
        assertEquals("n,name\n1,a\n2,\n", output("load", "--format", "csv").out());
        assertEquals("n,name\n1,a\n", output("load", "--format", "csv", "--limit", "1").out());
        assertEquals(
                "n  name\n1  a\n2\n(2 of 2 rows, 2 columns)\n",
                output("load").out().replace(System.lineSeparator(), "\n"));
        byte[] parquet = output("load", "--format", "parquet").bytes();
        assertArrayEquals("PAR1".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(parquet, 4));
        assertArrayEquals(
                "PAR1".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOfRange(parquet, parquet.length - 4, parquet.length));
    }

    @Test
    void outputGivesAValueAsJsonOnly() throws IOException {
        Result csv = output("clean", "--format", "csv");

        assertEquals(
                json("{\"value\": {\"rows\": 2, \"given\": [1, null], \"none\": null}}"),
                output("clean", "--json", "--run", runId()).json());
        assertEquals(2, csv.exit());
        assertEquals("", csv.out());
        assertTrue(csv.err().contains("is no table"), csv::err);
    }

    private String runId() {
        return ran.json().path("pipeline_run_id").asText();
    }

    private Result output(String block, String... options) {
        return execute(
                "output",
                "daily",
                Stream.concat(Stream.of(block), Arrays.stream(options)).toArray(String[]::new));
    }

    @Test
    void runsOneBlockOnTheStoredOutputsOfItsUpstreams() throws IOException {
        JsonNode untested = run("daily", "--json", "--block", "clean", "--var", "given=3").json();
        JsonNode tested =
                run("daily", "--json", "--block-uuid", "clean", "--test", "--var", "given=3")
                        .json();

        assertEquals(1, untested.path("blocks").size());
        assertEquals(0, untested.path("blocks").path(0).path("tests").path("passed").asInt());
        assertEquals(1, tested.path("blocks").path(0).path("tests").path("passed").asInt());
        assertEquals(
                json("{\"value\": {\"rows\": 2, \"given\": 3, \"none\": null}}"),
                output("clean", "--json").json());
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
