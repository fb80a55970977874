package io.pipewright.engine.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// How Python prints values: `str` for one printed alone, `repr` for one inside another.
final class PythonText {
    private final Meter meter;
    private final StringBuilder out = new StringBuilder();
    // A list that holds itself prints as [...], as in Python.
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private PythonText(Meter meter) {
        this.meter = meter;
    }

    static String str(Value value, Meter meter) {
        return switch (value) {
            case Text text -> text.value();
            case Undefined undefined -> {
                undefined.failIfStrict();
                yield "";
            }
            case Temporal temporal -> TimeText.str(temporal);
            default -> repr(value, meter);
        };
    }

    static String repr(Value value, Meter meter) {
        var text = new PythonText(meter);
        text.append(value);
        return text.out.toString();
    }

    private void append(Value value) {
        switch (value) {
            case None none -> out.append("None");
            case Undefined undefined -> out.append("Undefined");
            case Num.Bool bool -> out.append(bool.value() ? "True" : "False");
            case Num.Int whole -> out.append(whole.value());
            case Num.Real real -> out.append(FloatText.repr(real.value()));
            case Text text when text.markup() -> {
                out.append("Markup(").append(QuotedText.of(text.value())).append(')');
            }
            case Text text -> out.append(QuotedText.of(text.value()));
            case Bytes bytes -> out.append(QuotedText.of(bytes));
            case Temporal temporal -> out.append(TimeText.repr(temporal));
            case RangeValue range -> appendRange(range);
            case Stream stream -> out.append("<generator object>");
            case HostObject object -> out.append(object.printed());
            case Sequence sequence -> nested(sequence);
            case DictValue dict -> nested(dict);
            case SetValue set -> nested(set);
            case DictView view -> nested(view);
        }
        meter.text(out.length());
    }

    private void nested(Value value) {
        if (!open.add(value)) {
            out.append(value instanceof DictValue ? "{...}" : "[...]");
            return;
        }
        meter.enter();
        appendNested(value);
        meter.leave();
        open.remove(value);
    }

    private void appendNested(Value value) {
        switch (value) {
            case Sequence.ListValue list -> appendAll("[", list.items(), "]");
            case Sequence.NamedTuple tuple when !tuple.printedAs().isEmpty() -> appendNamed(tuple);
            case Sequence tuple -> {
                appendAll("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")");
            }
            case DictView view -> {
                out.append(view.typeName());
                appendAll("([", view.items(), "])");
            }
            case SetValue set when set.items().isEmpty() -> out.append("set()");
            case SetValue set -> appendAll("{", set.items(), "}");
            case DictValue dict -> appendEntries(dict);
            default -> throw new IllegalStateException("not a container: " + value.typeName());
        }
    }

    private void appendAll(String before, Collection<Value> items, String after) {
        out.append(before);
        var separator = "";
        for (var item : new ArrayList<>(items)) {
            meter.step();
            out.append(separator);
            append(item);
            separator = ", ";
        }
        out.append(after);
    }

    private void appendNamed(Sequence.NamedTuple tuple) {
        out.append(tuple.printedAs()).append('(');
        for (var i = 0; i < tuple.names().size(); i++) {
            out.append(i == 0 ? "" : ", ").append(tuple.names().get(i)).append('=');
            append(tuple.items().get(i));
        }
        out.append(')');
    }

    private void appendEntries(DictValue dict) {
        out.append('{');
        var separator = "";
        for (var entry : dict.entries().entrySet()) {
            meter.step();
            out.append(separator);
            append(entry.getKey());
            out.append(": ");
            append(entry.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private void appendRange(RangeValue range) {
        out.append("range(").append(range.start()).append(", ").append(range.stop());
        if (!range.step().equals(BigInteger.ONE)) out.append(", ").append(range.step());
        out.append(')');
    }
}
