package io.pipewright.kernel.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How SQL sees the columns of a table that another language made: lower case, letters, digits and `_` only, reserved
/// words with a `_` in front. Existing SQL blocks count on exactly these names.
final class ColumnNames {

    private static final Pattern DROPPED = Pattern.compile("[\ufeff\"$\n\r\t]");
    private static final Pattern NO_WORD = Pattern.compile("\\W", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> RESERVED = reservedWords();

    private ColumnNames() {}

    /// `Upper Case` becomes `upper_case`, `name` becomes `_name`, `2024` becomes `letter_2024`.
    static String clean(String name) {
        String word = NO_WORD.matcher(DROPPED.matcher(name).replaceAll("")).replaceAll("_");
        if (!word.isEmpty() && Character.isDigit(word.codePointAt(0))) word = "letter_" + word;
        word = word.toLowerCase(Locale.ROOT);
        return RESERVED.contains(word) ? "_" + word : word;
    }

    /// Cleans all names of a table; names that become equal get `_1`, `_2` … behind.
    static List<String> cleanAll(List<String> names) {
        var taken = new HashSet<String>();
        var result = new ArrayList<String>();
        for (String name : names) {
            String clean = clean(name);
            String free = clean.isEmpty() ? "_" : clean;
            for (int i = 1; !taken.add(free); i++) free = clean + "_" + i;
            result.add(free);
        }
        return result;
    }

    private static Set<String> reservedWords() {
        try (InputStream words =
                Objects.requireNonNull(
                        ColumnNames.class.getResourceAsStream("reserved-words.txt"))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of reserved words is missing from the jar", e);
        }
    }
}
