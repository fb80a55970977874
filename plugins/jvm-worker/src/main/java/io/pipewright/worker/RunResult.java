package io.pipewright.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one run of a block ended.
///
/// @param outputs what lies in the output folder; may be there although a test failed
/// @param error null if the block completed
public record RunResult(List<OutputInfo> outputs, TestOutcome tests, @Nullable BlockError error) {

    public RunResult {
        outputs = List.copyOf(outputs);
    }

    public static RunResult completed(List<OutputInfo> outputs) {
        return new RunResult(outputs, TestOutcome.NONE, null);
    }

    public static RunResult failed(BlockError error) {
        return new RunResult(List.of(), TestOutcome.NONE, error);
    }

    ObjectNode toJson(long id) {
        ObjectNode json =
                Json.object()
                        .put("type", "result")
                        .put("id", id)
                        .put("status", error == null ? "completed" : "failed");
        ArrayNode list = json.putArray("outputs");
        outputs.forEach(output -> list.add(output.toJson()));
        json.set("tests", tests.toJson());
        json.set("error", error == null ? null : error.toJson());
        return json;
    }
}
