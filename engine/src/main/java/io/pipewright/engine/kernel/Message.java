package io.pipewright.engine.kernel;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One JSON object from a worker, read with care: what a worker sends is never trusted to have the right shape.
record Message(Map<String, @Nullable Object> fields) {

    /// Empty when the field is absent or null.
    Optional<String> text(String name) {
        Object value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    String requiredText(String name) throws ProtocolException {
        return text(name)
                .orElseThrow(
                        () -> new ProtocolException("message without \"" + name + "\": " + type()));
    }

    /// Empty when the field is absent or no number.
    OptionalLong whole(String name) {
        return fields.get(name) instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /// Empty when the field is absent or neither true nor false.
    Optional<Boolean> flag(String name) {
        return fields.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    Optional<Message> message(String name) throws ProtocolException {
        Object value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(of(name, value));
    }

    /// The objects of a list; empty when the field is absent or null.
    List<Message> messages(String name) throws ProtocolException {
        Object value = fields.get(name);
        if (value == null) return List.of();
        if (!(value instanceof List<?> list))
            throw new ProtocolException("\"" + name + "\" is not a list");
        var messages = new ArrayList<Message>();
        for (Object item : list) messages.add(of(name, item));
        return messages;
    }

    String type() {
        return text("type").orElse("");
    }

    boolean answers(long id) {
        return whole("id").orElse(-1) == id;
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Message of(String name, @Nullable Object value) throws ProtocolException {
        if (value instanceof Map<?, ?> map) return new Message((Map<String, @Nullable Object>) map);
        throw new ProtocolException("\"" + name + "\" is not an object");
    }
}
