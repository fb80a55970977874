package io.pipewright.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the block's own tests said.
///
/// @param passed number of tests that passed
/// @param failures the others, in the order in which they ran
public record TestOutcome(int passed, List<Failure> failures) {

    public record Failure(String name, String message) {}

    public static final TestOutcome NONE = new TestOutcome(0, List.of());

    public TestOutcome {
        failures = List.copyOf(failures);
    }

    /// The error of a block whose tests failed; null if none did.
    public @Nullable BlockError error() {
        if (failures.isEmpty()) return null;
        int all = passed + failures.size();
        Failure first = failures.getFirst();
        String message =
                "%d of %d tests failed; first \"%s\": %s"
                        .formatted(failures.size(), all, first.name(), first.message());
        return new BlockError("TestFailed", message, null, "");
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("passed", passed).put("failed", failures.size());
        ArrayNode list = json.putArray("failures");
        failures.forEach(
                failure ->
                        list.addObject()
                                .put("name", failure.name())
                                .put("message", failure.message()));
        return json;
    }
}
