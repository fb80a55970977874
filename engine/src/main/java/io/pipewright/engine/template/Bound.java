package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Arguments put in their places. Positions count from 0 in the order of the signature.
record Bound(
        String function, List<Optional<Value>> slots, List<Value> rest, Map<String, Value> named) {
    Value get(int index) {
        return slots.get(index).orElse(None.NONE);
    }

    Optional<Value> optional(int index) {
        return slots.get(index);
    }

    boolean has(int index) {
        return slots.get(index).isPresent();
    }

    /// Given and not None.
    boolean hasValue(int index) {
        return has(index) && get(index) != None.NONE;
    }

    String text(int index) {
        if (get(index) instanceof Text text) return text.value();
        throw wrong(index, "must be a text, not " + get(index).typeName());
    }

    String text(int index, String otherwise) {
        return hasValue(index) ? text(index) : otherwise;
    }

    int integer(int index) {
        return switch (get(index)) {
            case Num.Real r -> throw wrong(index, "must be a whole number, not float");
            case Num number -> clamp(number);
            case Undefined undefined -> throw undefined.failure();
            default -> throw wrong(index, "must be a whole number, not " + get(index).typeName());
        };
    }

    int integer(int index, int otherwise) {
        return hasValue(index) ? integer(index) : otherwise;
    }

    boolean truth(int index, boolean otherwise) {
        return has(index) ? Truth.of(get(index)) : otherwise;
    }

    TemplateException wrong(int index, String problem) {
        return TemplateException.of(function + "() argument " + (index + 1) + " " + problem);
    }

    // A width or index beyond two thousand millions behaves like any other that is far too large.
    private static int clamp(Num number) {
        var whole = Num.whole(number);
        if (whole.bitLength() < 32) return whole.intValue();
        return whole.signum() > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE + 1;
    }
}
