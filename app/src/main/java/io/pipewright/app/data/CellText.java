package io.pipewright.app.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a table shows its cells: on one line, whole values exact, nothing for null.
final class CellText {

    private static final int LONGEST = 300;
    private static final Set<String> NUMBERS =
            Set.of(
                    "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT",
                    "FLOAT",
                    "DOUBLE",
                    "REAL");

    private CellText() {}

    static String of(@Nullable Object cell) {
        String text =
                switch (cell) {
                    case null -> "";
                    case Double number -> number(number);
                    case Map<?, ?> map ->
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                                    .collect(Collectors.joining(", ", "{", "}"));
                    case Collection<?> list ->
                            list.stream()
                                    .map(CellText::of)
                                    .collect(Collectors.joining(", ", "[", "]"));
                    default -> cell.toString();
                };
        String line = text.indexOf('\n') < 0 ? text : text.replace("\r", "").replace('\n', '↵');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /// @param type DuckDB's name for the column's type
    static boolean isNumber(String type) {
        return NUMBERS.contains(type) || type.startsWith("DECIMAL");
    }

    // At most four decimals where no more can be told apart in a row; the tooltip has the exact
    // value.
    private static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) return Double.toString(number);
        double size = Math.abs(number);
        if (size != 0 && (size < 0.001 || size >= 1e15))
            return String.format(Locale.ENGLISH, "%.4g", number);
        String text = String.format(Locale.ENGLISH, "%.4f", number);
        int end = text.length();
        while (text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') end--;
        return text.substring(0, end);
    }
}
