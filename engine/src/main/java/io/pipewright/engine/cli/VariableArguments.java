package io.pipewright.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// Run variables from the command line.
final class VariableArguments {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private VariableArguments() {}

    /// `--runtime-vars` first, then every `--var` over it. A `--var` value that is JSON (`3`, `true`, `[1, 2]`) has that type;
    /// anything else is text.
    static Map<String, Object> merge(String runtimeVariables, Map<String, String> single) {
        var merged = new LinkedHashMap<String, Object>(parse(runtimeVariables));
        single.forEach(
                (name, text) -> {
                    if (name.isBlank())
                        throw new UsageException(
                                "--var wants NAME=VALUE, but got \"=" + text + "\"");
                    merged.put(name, value(text));
                });
        return merged;
    }

    private static Map<String, Object> parse(String text) {
        if (text.isBlank()) return Map.of();
        try {
            if (JSON.readTree(text).isObject())
                return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw noObject(text, ": " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        throw noObject(text, "");
    }

    private static UsageException noObject(String text, String why) {
        return new UsageException(
                "--runtime-vars wants a JSON object like {\"day\": \"2024-01-05\"}, but got \""
                        + text
                        + "\""
                        + why);
    }

    private static Object value(String text) {
        try {
            Object parsed = JSON.readValue(text, Object.class);
            return parsed == null ? text : parsed;
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
