package io.pipewright.engine.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// Writes the engine's records as JSON and reads them back as equal values.
///
/// *Shape.* A record is an object with its components; an id (a record whose only component is `value`) is that value; a value of a
/// sealed interface has its simple class name under `is`. An absent `Optional` is null. Instants and durations are ISO-8601
/// text, paths plain text. Values inside an open map (`Map<String, Object>`) keep their type through the tags of
/// `docs/worker-protocol.md`: `$datetime`, `$date`, `$float`.
/// Unknown properties are skipped, so that a window and an engine of neighbouring versions understand each other.
/// Thread: any.
public final class EngineJson {

    private static final ObjectMapper MAPPER = build();

    private EngineJson() {}

    /// For streams and trees. Shared: never configure it.
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// @throws IllegalArgumentException if the value holds a type that JSON has no words for
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot write a " + value.getClass().getName() + " as JSON", e);
        }
    }

    /// @throws IllegalArgumentException if the text is not JSON or not of that type
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read JSON as " + type.getName() + ": " + start(json), e);
        }
    }

    /// @throws IllegalArgumentException if the text is not JSON or not of that type
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read JSON as " + type.getType() + ": " + start(json), e);
        }
    }

    private static String start(String json) {
        return json.length() <= 80 ? json : json.substring(0, 80) + "…";
    }

    private static ObjectMapper build() {
        var mapper =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .addModule(new OpenValues())
                        // A record is its components, not what methods like isFinal() derive from
                        // them.
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .build();
        var standard = mapper.getSerializationConfig().getAnnotationIntrospector();
        mapper.setAnnotationIntrospector(
                new AnnotationIntrospectorPair(new RecordNames(), standard));
        return mapper;
    }
}
