package io.pipewright.engine.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of templates with what Jinja2 made of them in one context.
record JinjaCases(Map<String, @Nullable Object> context, List<JinjaCase> cases) {
    /// @param expected empty where Jinja2 raised an error
    record JinjaCase(String id, String template, Optional<String> expected) {
        @Override
        public String toString() {
            return id + " " + template;
        }
    }

    static JinjaCases read(String resource) {
        var file =
                (Map<?, ?>)
                        Objects.requireNonNull(PlainValues.out(JsonReader.read(text(resource))));
        var cases = new ArrayList<JinjaCase>();
        for (var one : (List<?>) Objects.requireNonNull(file.get("cases")))
            cases.add(jinjaCase((Map<?, ?>) one));
        return new JinjaCases(
                context((Map<?, ?>) Objects.requireNonNull(file.get("context"))), cases);
    }

    private static String text(String resource) {
        try (InputStream in = JinjaCases.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JinjaCase jinjaCase(Map<?, ?> one) {
        return new JinjaCase(
                string(one, "id"),
                string(one, "template"),
                Optional.ofNullable(one.get("expected")).map(Object::toString));
    }

    private static String string(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key)).toString();
    }

    private static Map<String, @Nullable Object> context(Map<?, ?> written) {
        var context = new HashMap<String, @Nullable Object>();
        written.forEach((name, value) -> context.put(String.valueOf(name), plain(value)));
        context.putAll(mage().byName());
        context.put("variables", (TemplateFunction) (positional, named) -> 5L);
        context.put("block_output", (TemplateFunction) (positional, named) -> List.of(1L, 2L));
        var python = PythonNames.all(() -> Instant.EPOCH);
        context.put("datetime", python.get("datetime"));
        context.put("timedelta", python.get("timedelta"));
        return context;
    }

    private static MageFunctions mage() {
        return new MageFunctions(
                Map.of("X", "xval"),
                name -> Optional.of(name.equals("db") ? "{\"password\": \"pw\"}" : "sec"),
                warning -> {});
    }

    private static @Nullable Object plain(@Nullable Object written) {
        if (!(written instanceof Map<?, ?> map)) return written;
        if (map.containsKey("$datetime")) return LocalDateTime.parse(string(map, "$datetime"));
        var result = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (map.get("$intkeys") instanceof Map<?, ?> numbered) {
            numbered.forEach((key, value) -> result.put(Long.valueOf(String.valueOf(key)), value));
        } else {
            map.forEach((key, value) -> result.put(key, plain(value)));
        }
        return result;
    }
}
