package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.table.OutputFolder;
import io.pipewright.worker.testing.RunMessage;
import io.pipewright.worker.testing.TestLibraries;
import io.pipewright.worker.testing.WorkerDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// One sql worker and one project folder, shared by the tests of a class.
final class SqlWorkerFixture implements AutoCloseable {

    private final Path folder;
    private final WorkerDriver driver;

    private SqlWorkerFixture(Path folder, WorkerDriver driver) {
        this.folder = folder;
        this.driver = driver;
    }

    static SqlWorkerFixture start(Path folder) throws IOException {
        var command = new SqlKernel().workerCommand(TestLibraries.settings(folder));
        return new SqlWorkerFixture(folder, WorkerDriver.start(command, folder));
    }

    WorkerDriver driver() {
        return driver;
    }

    Path folder() {
        return folder;
    }

    /// A block that appends to the table `test_<uuid>_v1` in the project's database file.
    RunMessage block(String uuid, String sql) throws IOException {
        var message = new RunMessage(folder, uuid, "sql", sql);
        message.json()
                .putObject("sql")
                .put("statement", sql)
                .put("database", folder.resolve("project.duckdb").toString())
                .put("schema", "main")
                .put("table", "test_" + uuid + "_v1")
                .put("write_policy", "append")
                .put("raw", false)
                .put("limit", 10_000_000)
                .put("preprocess", true)
                .putArray("upstreams");
        return message;
    }

    /// The same, sent as raw SQL.
    RunMessage rawBlock(String uuid, String sql) throws IOException {
        RunMessage block = block(uuid, sql);
        sql(block).put("raw", true);
        return block;
    }

    /// Sends a block to PostgreSQL instead.
    RunMessage onPostgres(RunMessage block, PostgresServer server) {
        sql(block)
                .put("schema", "public")
                .putNull("database")
                .putObject("connection")
                .put("provider", "postgres")
                .put("host", "127.0.0.1")
                .put("port", server.port())
                .put("database", "postgres")
                .put("user", PostgresServer.USER)
                .put("password", PostgresServer.PASSWORD);
        return block;
    }

    /// Sends a block to the SQLite file of the project instead.
    RunMessage onSqlite(RunMessage block) {
        sql(block)
                .putNull("database")
                .putObject("connection")
                .put("provider", "sqlite")
                .put("database", folder.resolve("project.sqlite").toString());
        return block;
    }

    /// The block's `sql` part, to change it.
    static ObjectNode sql(RunMessage block) {
        return (ObjectNode) block.json().path("sql");
    }

    /// Adds an upstream whose outputs lie in `outputs` and which the statement calls `table`.
    static RunMessage upstream(RunMessage block, String uuid, Path outputs, String table) {
        sql(block).withArray("upstreams").addObject().put("uuid", uuid).put("table", table);
        return block.upstream(uuid, outputs);
    }

    /// The first upstream of the block's `sql` part, to change it.
    static ObjectNode upstream(RunMessage block) {
        return (ObjectNode) sql(block).path("upstreams").path(0);
    }

    /// Clears the block's outputs, so that it can run once more.
    static RunMessage again(RunMessage block) throws IOException {
        try (var files = Files.walk(block.outputFolder().resolve("output_0"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        return block;
    }

    /// Stores values as the outputs of an upstream block.
    Path storedValues(String... values) throws IOException {
        Path outputs = Files.createTempDirectory(folder, "stored");
        var output = new OutputFolder(outputs);
        for (String value : values) output.addValue(Json.parse(value));
        return outputs;
    }

    /// Runs a block that is expected to complete.
    JsonNode run(RunMessage block) throws IOException {
        JsonNode result = driver.request(block.json());
        if (!result.path("status").asText().equals("completed"))
            throw new AssertionError("the block failed: " + result.toPrettyString());
        return result;
    }

    /// Runs a block that is expected to fail; its error.
    JsonNode fail(RunMessage block) throws IOException {
        JsonNode result = driver.request(block.json());
        if (!result.path("status").asText().equals("failed"))
            throw new AssertionError("the block did not fail: " + result.toPrettyString());
        return result.path("error");
    }

    /// The first thousand rows of a block's first output.
    JsonNode rows(RunMessage block) throws IOException {
        return page(parquet(block)).path("rows");
    }

    /// The rows of a query on the project's database.
    JsonNode query(String sql) throws IOException {
        RunMessage block = rawBlock("query", sql);
        run(block);
        return rows(block);
    }

    JsonNode page(Path parquet) throws IOException {
        return ask("page", parquet, Json.object().put("offset", 0).put("limit", 1000));
    }

    JsonNode ask(String question, Path parquet, ObjectNode fields) throws IOException {
        ObjectNode message =
                Json.object()
                        .put("type", "ask")
                        .put("question", question)
                        .put("file", parquet.toString());
        return driver.request(message.setAll(fields));
    }

    static Path parquet(RunMessage block) {
        return block.outputFolder().resolve("output_0/data.parquet");
    }

    JsonNode outputFile(RunMessage block, String name) throws IOException {
        return Json.parse(
                Files.readAllBytes(block.outputFolder().resolve("output_0").resolve(name)));
    }

    @Override
    public void close() throws IOException {
        driver.close();
    }
}
