package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a polyglot worker does in a training run: one block that makes, queries and reads a table.
final class PolyglotTraining {

    private static final String SOURCE =
            """
            import { Table, assert } from 'pipewright';

            export default async function ({ variables }) {
              const table = Table.fromRows([{ id: 1, day: new Date(0), text: 'a', tags: ['x'] }, { id: 2, ratio: 0.5 }]);
              const sums = table.sql('SELECT count(*) AS n, sum(id) AS total FROM this');
              const rows = [...table].filter((row) => row.id > 1).map((row) => ({ ...row, seen: true }));
              console.log(`${rows.length} of ${table.length} rows`, rows[0]);
              return [Table.fromRows(rows), sums, { variables, n: 1 }];
            }

            export function testRows(rows) {
              assert(rows.length === 1);
            }
            """;

    private PolyglotTraining() {}

    static List<ObjectNode> messages() throws IOException {
        Path folder = Files.createTempDirectory(Path.of(""), "training").toAbsolutePath();
        ObjectNode run =
                Json.object()
                        .put("type", "run")
                        .put("id", 1)
                        .put("project", folder.toString())
                        .put("output_folder", folder.toString())
                        .put("run_tests", true);
        run.putObject("block")
                .put("source", SOURCE)
                .put("file", folder.resolve("training.js").toString())
                .putObject("configuration");
        return List.of(run);
    }
}
