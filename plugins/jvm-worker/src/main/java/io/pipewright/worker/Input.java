package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one upstream block left behind.
///
/// @param outputs in the order in which the block returned them; empty for a sensor or a block without output
public record Input(String uuid, String type, List<Output> outputs) {

    /// @param kind as in `type.json`: `dataframe`, `iterable` …; absent for a scalar
    /// @param folder in the layout of stored outputs
    public record Output(String name, Optional<String> kind, Path folder) {}

    public Input {
        outputs = List.copyOf(outputs);
    }

    static List<Input> list(JsonNode nodes) {
        var inputs = new ArrayList<Input>();
        for (JsonNode node : nodes) {
            var outputs = new ArrayList<Output>();
            for (JsonNode output : node.path("outputs")) {
                outputs.add(
                        new Output(
                                output.path("name").asText(),
                                Json.text(output, "kind"),
                                Path.of(output.path("folder").asText())));
            }
            inputs.add(new Input(node.path("uuid").asText(), node.path("type").asText(), outputs));
        }
        return inputs;
    }
}
