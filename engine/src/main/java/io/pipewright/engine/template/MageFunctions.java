package io.pipewright.engine.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `env_var`, `json_value` and `mage_secret_var`, as Mage gives them to project files and SQL.
///
/// A variable or secret that is not set is None, which prints as `None`: Mage's behaviour, kept, but
/// told to `warnings` as a sentence (names only, never a value).
/// Thread: any, if `secrets` and `warnings` are.
public record MageFunctions(
        Map<String, String> environment,
        Function<String, Optional<String>> secrets,
        Consumer<String> warnings) {

    /// The functions under their names in a template.
    public Map<String, TemplateFunction> byName() {
        return Map.of(
                "env_var", this::environmentVariable,
                "json_value", MageFunctions::jsonValue,
                "mage_secret_var", this::secret);
    }

    private @Nullable Object environmentVariable(
            List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
        var arguments = bound("env_var", "key default?", positional, named);
        var name = arguments.text(0);
        var value = environment.get(name);
        if (value != null) return value;
        if (arguments.has(1)) return PlainValues.out(arguments.get(1));
        warnings.accept("the environment variable '" + name + "' is not set: it prints as None");
        return null;
    }

    private @Nullable Object secret(
            List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
        var name = bound("mage_secret_var", "name *", positional, named).text(0);
        var value = secrets.apply(name);
        if (value.isPresent()) return value.get();
        warnings.accept("there is no secret '" + name + "': it prints as None");
        return null;
    }

    private static @Nullable Object jsonValue(
            List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
        var arguments = bound("json_value", "text key", positional, named);
        var document = JsonReader.read(arguments.text(0));
        if (!(document instanceof DictValue dict)) {
            throw TemplateException.of(
                    "json_value() needs a JSON object, not a " + document.typeName());
        }
        var value = dict.entries().get(Keys.of(arguments.get(1)));
        if (value == null) {
            throw TemplateException.of(
                    "json_value() finds no key '"
                            + PlainValues.out(arguments.get(1))
                            + "' in the JSON object");
        }
        return PlainValues.out(value);
    }

    private static Bound bound(
            String function,
            String signature,
            List<@Nullable Object> positional,
            Map<String, @Nullable Object> named) {
        var values = positional.stream().map(PlainValues::in).toList();
        var namedValues = new LinkedHashMap<String, Value>();
        named.forEach((name, value) -> namedValues.put(name, PlainValues.in(value)));
        return Signature.of(signature).bind(function, new Arguments(values, namedValues));
    }
}
