package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.ListValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The border between Java's plain values and a template's. Everything is copied; instants are UTC.
final class PlainValues {
    private static final int DEEPEST = 500;
    private static final int LONGEST = 4300;

    private PlainValues() {}

    static Value in(@Nullable Object plain) {
        return in(plain, 0);
    }

    private static Value in(@Nullable Object plain, int depth) {
        if (depth > DEEPEST)
            throw TemplateException.of("a value is nested more than " + DEEPEST + " levels deep");
        return switch (plain) {
            case null -> None.NONE;
            case Value value -> value;
            case CharSequence text -> Text.of(text.toString());
            case Character letter -> Text.of(letter.toString());
            case Boolean bool -> Num.Bool.of(bool);
            case Number number -> number(number);
            case Map<?, ?> map -> dict(map, depth);
            case Set<?> set -> new SetValue(new LinkedHashSet<>(items(set, depth)));
            case Collection<?> items -> new ListValue(items(items, depth));
            case Object[] items -> new ListValue(items(Arrays.asList(items), depth));
            case byte[] bytes -> new Bytes(bytes.clone());
            case TemplateFunction function -> function(function);
            case Optional<?> optional -> in(optional.orElse(null), depth);
            default -> time(plain);
        };
    }

    private static Value number(Number number) {
        return switch (number) {
            case BigInteger whole -> new Num.Int(whole);
            case Double real -> new Num.Real(real);
            case Float real -> new Num.Real(Double.parseDouble(real.toString()));
            // Templates have no decimals: a whole one stays exact, others become floats.
            case BigDecimal decimal when decimal.scale() <= 0 && decimal.scale() > -LONGEST ->
                    new Num.Int(decimal.toBigIntegerExact());
            case BigDecimal decimal -> new Num.Real(decimal.doubleValue());
            default -> Num.Int.of(number.longValue());
        };
    }

    private static Value time(Object plain) {
        return switch (plain) {
            case LocalDateTime time -> Temporal.DateTime.naive(micros(time));
            case LocalDate date -> new Temporal.Date(date);
            case LocalTime time ->
                    new Temporal.Time(time.truncatedTo(ChronoUnit.MICROS), Optional.empty());
            case OffsetDateTime time -> aware(time);
            case ZonedDateTime time -> aware(time.toOffsetDateTime());
            case Instant instant -> aware(instant.atOffset(ZoneOffset.UTC));
            case Duration duration -> new Temporal.Delta(duration.truncatedTo(ChronoUnit.MICROS));
            default ->
                    throw new IllegalArgumentException(
                            "a template cannot hold a " + plain.getClass().getName());
        };
    }

    private static Value aware(OffsetDateTime time) {
        return new Temporal.DateTime(micros(time.toLocalDateTime()), Optional.of(time.getOffset()));
    }

    private static LocalDateTime micros(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<Value> items(Collection<?> plain, int depth) {
        var items = new ArrayList<Value>(plain.size());
        for (var item : plain) items.add(in(item, depth + 1));
        return items;
    }

    private static Value dict(Map<?, ?> plain, int depth) {
        var entries = new LinkedHashMap<Value, Value>();
        plain.forEach(
                (key, value) -> entries.put(Keys.of(in(key, depth + 1)), in(value, depth + 1)));
        return new DictValue(entries);
    }

    private static Value function(TemplateFunction function) {
        return new Function(
                "function",
                "* **",
                arguments -> {
                    var named = new LinkedHashMap<String, @Nullable Object>();
                    arguments.named().forEach((name, value) -> named.put(name, out(value)));
                    return in(function.call(outAll(arguments.rest()), named));
                });
    }

    static @Nullable Object out(Value value) {
        return switch (value) {
            case None none -> null;
            case Undefined undefined -> throw undefined.failure();
            case Num.Bool bool -> bool.value();
            case Num.Int whole ->
                    whole.value().bitLength() < 64
                            ? (Object) whole.value().longValue()
                            : whole.value();
            case Num.Real real -> real.value();
            case Text text -> text.value();
            case Bytes bytes -> bytes.value().clone();
            case Sequence sequence -> outAll(sequence.items());
            case DictValue dict -> outMap(dict);
            case DictView view -> outAll(view.items());
            case SetValue set -> new LinkedHashSet<>(outAll(set.items()));
            case Temporal temporal -> outTime(temporal);
            case HostObject object when object.isCallable() -> outFunction(object);
            case HostObject object -> throw noPlain(value);
            case RangeValue range -> throw noPlain(value);
            case Stream stream -> {
                var items = new ArrayList<Value>();
                stream.items().forEachRemaining(items::add);
                yield outAll(items);
            }
        };
    }

    private static TemplateException noPlain(Value value) {
        return TemplateException.of(
                "a " + value.typeName() + " cannot be handed on", "Make a list or dict of it");
    }

    private static List<@Nullable Object> outAll(Collection<Value> values) {
        var plain = new ArrayList<@Nullable Object>(values.size());
        for (var value : values) plain.add(out(value));
        return plain;
    }

    private static Map<@Nullable Object, @Nullable Object> outMap(DictValue dict) {
        var plain = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        dict.entries().forEach((key, value) -> plain.put(out(key), out(value)));
        return plain;
    }

    private static Object outTime(Temporal temporal) {
        return switch (temporal) {
            case Temporal.DateTime time when time.zone().isPresent() ->
                    time.local().atOffset(time.zone().get());
            case Temporal.DateTime time -> time.local();
            case Temporal.Date date -> date.value();
            case Temporal.Time time -> time.value();
            case Temporal.Delta delta -> delta.value();
            case Temporal.Zone zone -> zone.value();
        };
    }

    private static TemplateFunction outFunction(HostObject function) {
        return (positional, named) -> {
            var given = new LinkedHashMap<String, Value>();
            named.forEach((name, value) -> given.put(name, in(value)));
            return out(function.call(new Arguments(items(positional, 0), given)));
        };
    }
}
