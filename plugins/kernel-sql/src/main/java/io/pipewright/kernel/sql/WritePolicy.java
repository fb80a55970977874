package io.pipewright.kernel.sql;

import java.util.Locale;
import java.util.Optional;

/// What happens to a table that is already there.
enum WritePolicy {
    APPEND,
    REPLACE,
    FAIL;

    /// Unset means append.
    static WritePolicy of(Optional<String> text) {
        return text.map(word -> valueOf(word.toUpperCase(Locale.ROOT))).orElse(APPEND);
    }
}
