package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.table.DuckDb;
import io.pipewright.worker.table.JsonCells;
import io.pipewright.worker.table.OutputFolder;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.TableSource;
import io.pipewright.worker.testing.RunMessage;
import io.pipewright.worker.testing.TestLibraries;
import io.pipewright.worker.testing.WorkerDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// One polyglot worker and one project folder, shared by the tests of a class.
final class JavaScriptFixture implements AutoCloseable {

    private final Path folder;
    private final WorkerDriver driver;
    private final DuckDb duckDb;

    private JavaScriptFixture(Path folder, WorkerDriver driver, DuckDb duckDb) {
        this.folder = folder;
        this.driver = driver;
        this.duckDb = duckDb;
    }

    static JavaScriptFixture start(Path folder) throws IOException, SQLException {
        var command = new PolyglotKernel().workerCommand(TestLibraries.settings(folder));
        return new JavaScriptFixture(
                folder, WorkerDriver.start(command, folder), DuckDb.open(folder));
    }

    WorkerDriver driver() {
        return driver;
    }

    Path folder() {
        return folder;
    }

    RunMessage block(String uuid, String source) throws IOException {
        return new RunMessage(folder, uuid, "javascript", source);
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

    /// Runs a block without upstreams and gives its value outputs, in order.
    ArrayNode values(String uuid, String source) throws IOException {
        return values(block(uuid, source));
    }

    ArrayNode values(RunMessage block) throws IOException {
        ArrayNode values = Json.array();
        int count = run(block).path("outputs").size();
        for (int i = 0; i < count; i++)
            values.add(
                    Json.parse(
                            Files.readAllBytes(
                                    block.outputFolder().resolve("output_" + i + "/data.json"))));
        return values;
    }

    /// The rows of an output table.
    JsonNode rows(RunMessage block, int output) throws SQLException, IOException {
        var file =
                new ParquetFile(block.outputFolder().resolve("output_" + output + "/data.parquet"));
        try (Session session = duckDb.connect()) {
            ArrayNode cells =
                    session.query(
                            file.select(session),
                            rows -> {
                                ArrayNode list = Json.array();
                                while (rows.next()) list.add(JsonCells.row(rows));
                                return list;
                            });
            // Parsed again, so that numbers compare by their text.
            return Json.parse(cells.toString());
        }
    }

    /// Stores a query's rows as `output_0` of an upstream block.
    Path stored(String query) throws IOException, SQLException {
        Path outputs = Files.createTempDirectory(folder, "stored");
        try (Session session = duckDb.connect()) {
            new OutputFolder(outputs).addTable(session, new TableSource.Query(query));
        }
        return outputs;
    }

    /// Stores values as the outputs of an upstream block.
    Path storedValues(String... values) throws IOException {
        Path outputs = Files.createTempDirectory(folder, "stored");
        var output = new OutputFolder(outputs);
        for (String value : values) output.addValue(Json.parse(value));
        return outputs;
    }

    @Override
    public void close() throws IOException {
        driver.close();
        try {
            duckDb.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
