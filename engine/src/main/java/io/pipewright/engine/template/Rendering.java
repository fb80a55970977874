package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// One rendering or evaluation under way: its limits, where it is, and what values need from it.
///
/// Thread: belongs to the one thread that renders.
final class Rendering {
    private final TemplateOptions options;
    private final Meter meter;
    private final boolean strict;
    private int line = 1;
    private boolean autoescape;

    Rendering(TemplateOptions options) {
        this.options = options;
        this.meter = new Meter(options.limits());
        this.strict = options.undefinedNames() instanceof UndefinedNames.Strict;
    }

    Meter meter() {
        return meter;
    }

    int line() {
        return line;
    }

    void isAt(int newLine) {
        line = newLine;
    }

    boolean autoescapes() {
        return autoescape;
    }

    void autoescape(boolean on) {
        autoescape = on;
    }

    Comparison comparison() {
        return new Comparison(meter);
    }

    Undefined undefined(String name, String problem) {
        return new Undefined(name, problem, strict);
    }

    /// As Python's `str`; a name without a value is reported.
    String str(Value value) {
        if (value instanceof Undefined undefined) report(undefined);
        return PythonText.str(value, meter);
    }

    String repr(Value value) {
        return PythonText.repr(value, meter);
    }

    /// Pays for one look through a value.
    void pay(Value value) {
        meter.step();
        if (value instanceof Text text) meter.reads(text.value());
        else if (value instanceof Sequence sequence) meter.steps(sequence.items().size() / 64);
        else if (value instanceof DictValue dict) meter.steps(dict.entries().size() / 64);
    }

    /// Walks through a value as `for` does; every item costs a step.
    Iterator<Value> iterate(Value value) {
        return switch (value) {
            case Stream stream -> counted(stream.items());
            case RangeValue range -> counted(numbers(range));
            case Undefined undefined -> {
                undefined.failIfStrict();
                report(undefined);
                yield List.<Value>of().iterator();
            }
            default -> counted(items(value).iterator());
        };
    }

    /// All items of a value in a new list.
    List<Value> list(Value value) {
        var all = new ArrayList<Value>();
        iterate(value).forEachRemaining(all::add);
        return all;
    }

    static boolean isIterable(Value value) {
        return switch (value) {
            case Text text -> true;
            case Bytes bytes -> true;
            case Sequence sequence -> true;
            case DictValue dict -> true;
            case DictView view -> true;
            case SetValue set -> true;
            case RangeValue range -> true;
            case Stream stream -> true;
            case Undefined undefined -> true;
            case None none -> false;
            case Num number -> false;
            case Temporal temporal -> false;
            case HostObject object -> false;
        };
    }

    Value call(Value callee, Arguments arguments) {
        meter.step();
        return switch (callee) {
            case HostObject object -> object.call(arguments);
            case Undefined undefined -> throw undefined.failure();
            default ->
                    throw TemplateException.of(
                            "'" + callee.typeName() + "' object is not callable");
        };
    }

    private void report(Undefined undefined) {
        if (options.undefinedNames() instanceof UndefinedNames.Lenient lenient
                && !undefined.name().isEmpty()) {
            lenient.report().accept(new UndefinedName(undefined.name(), line));
        }
    }

    private Collection<Value> items(Value value) {
        return switch (value) {
            case Text text -> {
                meter.reads(text.value());
                var letters = new ArrayList<Value>();
                text.value().codePoints().forEach(p -> letters.add(Text.of(Character.toString(p))));
                yield letters;
            }
            case Bytes bytes -> {
                var numbers = new ArrayList<Value>();
                for (var one : bytes.value()) numbers.add(Num.Int.of(one & 0xff));
                yield numbers;
            }
            // Copies: the template may change what it walks through.
            case Sequence sequence -> new ArrayList<>(sequence.items());
            case DictValue dict -> new ArrayList<>(dict.entries().keySet());
            case DictView view -> view.items();
            case SetValue set -> new ArrayList<>(set.items());
            default ->
                    throw TemplateException.of("'" + value.typeName() + "' object is not iterable");
        };
    }

    private static Iterator<Value> numbers(RangeValue range) {
        var length = range.length();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < length;
            }

            @Override
            public Value next() {
                return range.at(next++);
            }
        };
    }

    private Iterator<Value> counted(Iterator<Value> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Value next() {
                meter.step();
                return items.next();
            }
        };
    }
}
