package io.pipewright.engine.template;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names every template knows: `range`, `dict`, `namespace`, `cycler`, `joiner`.
final class Globals {
    private Globals() {}

    static Map<String, Value> of(Rendering rendering) {
        return Map.of(
                "range", new Function("range", "start stop? step?", Globals::range),
                "dict", new Function("dict", "source? **", a -> dict(rendering, a)),
                "namespace", new Function("namespace", "source? **", a -> namespace(rendering, a)),
                "cycler", new Function("cycler", "*", a -> new Cycler(a.rest())),
                "joiner", new Function("joiner", "sep?", Globals::joiner));
    }

    static Value range(Bound arguments) {
        var start = whole(arguments, 0);
        if (!arguments.has(1)) return new RangeValue(BigInteger.ZERO, start, BigInteger.ONE);
        var step = arguments.has(2) ? whole(arguments, 2) : BigInteger.ONE;
        return new RangeValue(start, whole(arguments, 1), step);
    }

    private static BigInteger whole(Bound arguments, int index) {
        if (arguments.get(index) instanceof Num number && !(number instanceof Num.Real)) {
            return Num.whole(number);
        }
        if (arguments.get(index) instanceof Undefined undefined) throw undefined.failure();
        throw arguments.wrong(
                index, "must be a whole number, not " + arguments.get(index).typeName());
    }

    static DictValue dict(Rendering rendering, Bound arguments) {
        var dict = DictValue.empty();
        arguments.optional(0).ifPresent(source -> Dicts.putAll(rendering, dict, source));
        arguments.named().forEach(dict::put);
        return dict;
    }

    private static Value namespace(Rendering rendering, Bound arguments) {
        return new Namespace(Dicts.named(dict(rendering, arguments)));
    }

    private static Value joiner(Bound arguments) {
        var separator = arguments.text(0, ", ");
        var used = new boolean[1];
        return new Function(
                "joiner",
                "",
                a -> {
                    var text = used[0] ? Text.of(separator) : Text.EMPTY;
                    used[0] = true;
                    return text;
                });
    }

    /// `cycler(a, b)`: walks through its values for ever.
    private static final class Cycler extends HostObject {
        private final List<Value> values;
        private int index;

        Cycler(List<Value> values) {
            if (values.isEmpty())
                throw TemplateException.of("at least one item has to be provided");
            this.values = values;
        }

        @Override
        Optional<Value> attribute(String name) {
            return switch (name) {
                case "current" -> Optional.of(values.get(index));
                case "next" -> Optional.of(new Function("next", "", a -> next()));
                case "reset" -> Optional.of(new Function("reset", "", a -> reset()));
                default -> Optional.empty();
            };
        }

        private Value next() {
            var value = values.get(index);
            index = (index + 1) % values.size();
            return value;
        }

        private Value reset() {
            index = 0;
            return None.NONE;
        }

        @Override
        String printed() {
            return "<Cycler>";
        }

        @Override
        public String typeName() {
            return "Cycler";
        }
    }
}
