package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/// A `run` message: run one block once. A view of the JSON, so that a kernel reads only what it needs.
public record RunRequest(JsonNode message) {

    public long id() {
        return message.path("id").asLong();
    }

    public BlockSource block() {
        return BlockSource.from(message.path("block"));
    }

    public String pipelineUuid() {
        return message.path("pipeline_uuid").asText();
    }

    /// The project's folder, absolute.
    public Path project() {
        return Path.of(message.path("project").asText());
    }

    /// One entry per upstream block, in order.
    public List<Input> inputs() {
        return Input.list(message.path("inputs"));
    }

    /// The run's variables, already merged; times and dates are tagged as the protocol says.
    public ObjectNode variables() {
        return message.path("variables") instanceof ObjectNode variables
                ? variables
                : Json.object();
    }

    /// Exists and is empty: takes one folder per output.
    public Path outputFolder() {
        return Path.of(message.path("output_folder").asText());
    }

    public boolean runTests() {
        return message.path("run_tests").asBoolean();
    }

    /// What only a SQL block has; a missing node for the others.
    public JsonNode sql() {
        return message.path("sql");
    }
}
