package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a sql worker does in a training run: one block, and a page of its output.
final class SqlTraining {

    private SqlTraining() {}

    static List<ObjectNode> messages() throws IOException {
        Path folder = Files.createTempDirectory(Path.of(""), "training").toAbsolutePath();
        String query =
                "SELECT 1 AS a, 'x' AS b, 1.5 AS c, TIMESTAMP '2024-01-05 06:00:00' AS d, sum(2) AS e";
        ObjectNode run =
                Json.object()
                        .put("type", "run")
                        .put("id", 1)
                        .put("project", folder.toString())
                        .put("output_folder", folder.toString());
        run.putObject("block")
                .put("source", query)
                .put("file", folder.resolve("training.sql").toString());
        run.putObject("sql")
                .put("statement", query)
                .put("table", "training")
                .put("database", folder.resolve("training.duckdb").toString());
        ObjectNode page =
                Json.object()
                        .put("type", "ask")
                        .put("id", 2)
                        .put("question", "page")
                        .put("file", folder.resolve("output_0/data.parquet").toString())
                        .put("offset", 0)
                        .put("limit", 10);
        return List.of(run, page);
    }
}
