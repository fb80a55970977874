package io.pipewright.kernel.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a block run gave.
///
/// @param json the `result` message
/// @param folder where its outputs are
record TestResult(JsonNode json, Path folder, List<String> stdout, List<String> stderr) {

    String status() {
        return json.path("status").asText();
    }

    List<JsonNode> outputs() {
        List<JsonNode> outputs = new ArrayList<>();
        json.path("outputs").forEach(outputs::add);
        return outputs;
    }

    /// Each output as `kind: content of data.json`.
    List<String> values() {
        return outputs().stream()
                .map(output -> output.path("kind").asText() + ": " + dataJson(output))
                .toList();
    }

    private String dataJson(JsonNode output) {
        Path file = folder.resolve(output.path("name").asText()).resolve("data.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `type: message`, or `none`.
    String error() {
        JsonNode error = json.path("error");
        return error.isNull()
                ? "none"
                : error.path("type").asText() + ": " + error.path("message").asText();
    }

    int errorLine() {
        return json.path("error").path("line").asInt();
    }

    String traceback() {
        return json.path("error").path("traceback").asText();
    }
}
