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

    /// Why a block with this policy does not write into what is there.
    String refusal(String table) {
        return "\"%s\" is already in the database, and the block's write policy is %s. Choose \"replace\", or another table name."
                .formatted(table, name().toLowerCase(Locale.ROOT));
    }
}
