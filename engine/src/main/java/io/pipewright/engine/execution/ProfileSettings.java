package io.pipewright.engine.execution;

import io.pipewright.engine.project.SqlProvider;
import io.pipewright.engine.run.BlockError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one profile of `io_config.yaml` says about one kind of database, in the flat layout (`POSTGRES_HOST: …`) or the
/// nested one (`PostgreSQL: {host: …}`).
///
/// @param section name of the nested map, beside the provider's word
record ProfileSettings(
        String profile, Map<String, Object> settings, SqlProvider provider, String section) {

    /// Empty if it is not set.
    String text(String key) {
        return text(key, key);
    }

    /// The same where the two layouts call it differently.
    String text(String flat, String nested) {
        String prefix = provider.word().toUpperCase(Locale.ROOT) + "_";
        Object value = settings.get(prefix + flat.toUpperCase(Locale.ROOT));
        if (value == null) value = inSection(section, nested);
        if (value == null) value = inSection(provider.word(), nested);
        return Objects.toString(value, "").strip();
    }

    private @Nullable Object inSection(String name, String key) {
        return settings.get(name) instanceof Map<?, ?> map ? map.get(key) : null;
    }

    String text(String flat, String nested, String otherwise) {
        String value = text(flat, nested);
        return value.isEmpty() ? otherwise : value;
    }

    /// @throws BlockNotRunnableException if it is no whole number
    int number(String key, int otherwise) {
        String value = text(key);
        if (value.isEmpty()) return otherwise;
        if (value.matches("\\d{1,9}")) return Integer.parseInt(value);
        throw broken("%s is \"%s\", which is no whole number".formatted(flatName(key), value));
    }

    String flatName(String key) {
        return provider.word().toUpperCase(Locale.ROOT) + "_" + key.toUpperCase(Locale.ROOT);
    }

    /// @param keys flat key, then the nested one
    void require(List<String[]> keys) {
        var missing = new ArrayList<String>();
        for (String[] key : keys) if (text(key[0], key[1]).isEmpty()) missing.add(flatName(key[0]));
        if (!missing.isEmpty())
            throw broken(
                    "it does not say %s. Write it there, or choose another profile for the block"
                            .formatted(String.join(", ", missing)));
    }

    BlockNotRunnableException broken(String why) {
        return new BlockNotRunnableException(
                BlockError.of(
                        "ConnectionProfile",
                        "The profile \"%s\" of io_config.yaml cannot be used: %s."
                                .formatted(profile, why)));
    }
}
