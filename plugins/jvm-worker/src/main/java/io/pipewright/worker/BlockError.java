package io.pipewright.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Why a block failed: a value, never an exception across the channel.
///
/// @param type short name of the error, `Interrupted` if the engine asked for it
/// @param place where in the author's files, as far as it is known
/// @param traceback the whole text to show; may be empty
public record BlockError(String type, String message, @Nullable Place place, String traceback) {

    public static final String INTERRUPTED = "Interrupted";

    /// @param line counted from 1
    public record Place(Path file, int line) {}

    public static BlockError interrupted() {
        return new BlockError(INTERRUPTED, "the block was interrupted", null, "");
    }

    /// An error that the kernel did not expect: told with the worker's own stack.
    static BlockError unexpected(Throwable thrown) {
        var stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        return new BlockError(thrown.getClass().getSimpleName(), message, null, stack.toString());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type).put("message", message);
        if (place == null) {
            json.putNull("file").putNull("line");
        } else {
            json.put("file", place.file().toString()).put("line", place.line());
        }
        return json.put("traceback", traceback);
    }
}
