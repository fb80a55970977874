package io.pipewright.worker.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Builds a `run` message.
public final class RunMessage {

    private final ObjectNode message = Json.object().put("type", "run");
    private final Path outputFolder;

    /// A block `uuid` of a pipeline "test"; its outputs go to a new folder below `folder`.
    public RunMessage(Path folder, String uuid, String language, String source) throws IOException {
        outputFolder = Files.createTempDirectory(folder, uuid);
        message.putObject("block")
                .put("uuid", uuid)
                .put("type", "transformer")
                .put("language", language)
                .put(
                        "file",
                        folder.resolve(
                                        "transformers/"
                                                + uuid
                                                + "."
                                                + (language.equals("sql") ? "sql" : "js"))
                                .toString())
                .put("source", source)
                .putObject("configuration");
        message.put("pipeline_uuid", "test")
                .put("project", folder.toString())
                .put("run_id", 1)
                .put("attempt", 1)
                .put("output_folder", outputFolder.toString())
                .put("run_tests", true);
        message.putArray("inputs");
        message.putObject("variables");
        message.putNull("sql");
    }

    /// Adds an upstream with the outputs that lie in `folder`: `output_0`, `output_1` …
    public RunMessage upstream(String uuid, Path folder) {
        ObjectNode input =
                message.withArray("inputs")
                        .addObject()
                        .put("uuid", uuid)
                        .put("type", "data_loader");
        var outputs = input.putArray("outputs");
        for (int i = 0; Files.isDirectory(folder.resolve("output_" + i)); i++) {
            Path output = folder.resolve("output_" + i);
            outputs.addObject()
                    .put("name", "output_" + i)
                    .put("kind", Files.exists(output.resolve("data.parquet")) ? "dataframe" : null)
                    .put("folder", output.toString());
        }
        return this;
    }

    public Path outputFolder() {
        return outputFolder;
    }

    /// The message, to be changed further or sent.
    public ObjectNode json() {
        return message;
    }
}
