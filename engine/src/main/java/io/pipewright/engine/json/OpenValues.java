package io.pipewright.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an open map may hold beyond JSON: dates, times and the floats that JSON lacks, each as an object with one tag; and paths.
final class OpenValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final String DATETIME = "$datetime";
    private static final String DATE = "$date";
    private static final String FLOAT = "$float";
    private static final Map<String, Double> FLOATS =
            Map.of(
                    "nan",
                    Double.NaN,
                    "inf",
                    Double.POSITIVE_INFINITY,
                    "-inf",
                    Double.NEGATIVE_INFINITY);

    OpenValues() {
        addSerializer(LocalDateTime.class, new Tagged<>(DATETIME, LocalDateTime::toString));
        addSerializer(OffsetDateTime.class, new Tagged<>(DATETIME, OffsetDateTime::toString));
        addSerializer(LocalDate.class, new Tagged<>(DATE, LocalDate::toString));
        addSerializer(Double.class, new Floats());
        addSerializer(Path.class, new PlainPath());
        addDeserializer(Path.class, new PathFromText());
        addDeserializer(Object.class, new Untagging());
    }

    /// What a tagged map stands for; the map itself when it is somebody's own that only looks like one.
    private static Object untagged(Map<String, @Nullable Object> map) {
        if (map.size() != 1) return map;
        var entry = map.entrySet().iterator().next();
        if (!(entry.getValue() instanceof String text)) return map;
        try {
            return switch (entry.getKey()) {
                case DATETIME -> dateTime(text);
                case DATE -> LocalDate.parse(text);
                case FLOAT -> FLOATS.containsKey(text) ? FLOATS.get(text) : map;
                default -> map;
            };
        } catch (DateTimeParseException e) {
            return map;
        }
    }

    private static Object dateTime(String text) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from);
    }

    private static final class Tagged<T> extends JsonSerializer<T> {
        private final String tag;
        private final Function<T, String> text;

        Tagged(String tag, Function<T, String> text) {
            this.tag = tag;
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeStringField(tag, text.apply(value));
            json.writeEndObject();
        }
    }

    private static final class Floats extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
                return;
            }
            json.writeStartObject();
            json.writeStringField(FLOAT, value.isNaN() ? "nan" : value > 0 ? "inf" : "-inf");
            json.writeEndObject();
        }
    }

    private static final class PlainPath extends JsonSerializer<Path> {
        @Override
        public void serialize(Path value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toString());
        }

        @Override
        public void serializeWithType(
                Path value, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, json, provider);
        }
    }

    private static final class PathFromText extends JsonDeserializer<Path> {
        @Override
        public Path deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Path.of(json.getValueAsString());
        }
    }

    /// Reads an open value, with tags turned back into what they stand for.
    private static final class Untagging extends JsonDeserializer<Object> {
        @Override
        public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return switch (json.currentToken()) {
                case START_OBJECT -> untagged(object(json, context));
                case START_ARRAY -> array(json, context);
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                default -> context.handleUnexpectedToken(Object.class, json);
            };
        }

        private Map<String, @Nullable Object> object(
                JsonParser json, DeserializationContext context) throws IOException {
            var map = new LinkedHashMap<String, @Nullable Object>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                map.put(name, deserialize(json, context));
            }
            return map;
        }

        private List<@Nullable Object> array(JsonParser json, DeserializationContext context)
                throws IOException {
            var list = new ArrayList<@Nullable Object>();
            while (json.nextToken() != JsonToken.END_ARRAY) list.add(deserialize(json, context));
            return list;
        }
    }
}
