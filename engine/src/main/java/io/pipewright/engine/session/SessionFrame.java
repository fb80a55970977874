package io.pipewright.engine.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What travels over the engine's local socket, each as one JSON frame.
sealed interface SessionFrame {

    /// Client to engine: call a method of `ProjectSession`.
    ///
    /// @param id answers carry the same
    record Call(long id, String method, List<JsonNode> arguments) implements SessionFrame {}

    /// Engine to client.
    record Answer(long id, JsonNode result) implements SessionFrame {}

    /// Engine to client: the call failed; the message is for the user.
    record Refusal(long id, String message) implements SessionFrame {}

    /// Engine to client, unasked: an `EngineEvent`.
    record Event(JsonNode event) implements SessionFrame {}
}
