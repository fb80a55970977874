package io.pipewright.engine.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Values of any record of ours: one with everything present, one with every optional absent and every list empty.
final class Samples {

    private final boolean full;

    private Samples(boolean full) {
        this.full = full;
    }

    static List<Object> of(Class<?> type) {
        return List.of(new Samples(true).value(type), new Samples(false).value(type));
    }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType generic -> container(generic);
            case Class<?> plain -> plain(plain);
            default -> "any";
        };
    }

    private Object container(ParameterizedType type) {
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class)
            return full ? Optional.of(value(last)) : Optional.empty();
        if (type.getRawType() == List.class)
            return full ? List.of(value(last), value(last)) : List.of();
        if (type.getRawType() == Map.class) return full ? Map.of("a key", value(last)) : Map.of();
        throw new IllegalArgumentException("No sample for " + type);
    }

    private Object plain(Class<?> type) {
        if (type.isSealed())
            return value(
                    type.getPermittedSubclasses()[
                            full ? type.getPermittedSubclasses().length - 1 : 0]);
        if (type.isRecord()) return sampleRecord(type);
        if (type.isEnum()) return type.getEnumConstants()[0];
        return switch (type.getName()) {
            case "int" -> 7;
            case "long" -> 7_000_000_000L;
            case "boolean" -> full;
            case "java.lang.Boolean" -> full;
            case "java.lang.String" -> full ? "größer \"than\" \u2028 life" : "";
            case "java.lang.Object" -> LocalDateTime.parse("2024-01-05T06:00:00");
            case "java.time.Instant" -> Instant.parse("2026-01-05T06:00:00.123456789Z");
            case "java.time.Duration" -> Duration.ofMillis(1500);
            case "java.nio.file.Path" -> Path.of("a folder", "file.yaml").toAbsolutePath();
            case "java.util.OptionalInt" -> full ? OptionalInt.of(7) : OptionalInt.empty();
            case "java.util.OptionalLong" -> full ? OptionalLong.of(7) : OptionalLong.empty();
            default -> throw new IllegalArgumentException("No sample for " + type);
        };
    }

    private Object sampleRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values =
                Arrays.stream(components)
                        .map(component -> value(component.getGenericType()))
                        .toArray();
        try {
            Constructor<?> canonical =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a sample of " + type.getName(), e);
        }
    }
}
