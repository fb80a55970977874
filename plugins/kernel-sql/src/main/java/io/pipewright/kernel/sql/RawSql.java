package io.pipewright.kernel.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a block of raw SQL leaves as its output: the rows of the table that it made or changed, else the rows of its
/// last statement.
///
/// @param statements in order
/// @param table of the first CREATE TABLE, else of the last INSERT, else of the last UPDATE … SET … WHERE
record RawSql(List<SqlScanner.Part> statements, Optional<String> table) {

    /// Rows of the table that become the output.
    static final long TABLE_LIMIT = 1000;

    private static final String NAME =
            "((?:\"(?:[^\"]|\"\")+\"|[\\w$]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|[\\w$]+))*)";
    private static final Pattern CREATE =
            pattern(
                    "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:(?:temp|temporary)\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?"
                            + NAME);
    private static final Pattern INSERT =
            pattern(
                    "\\binsert\\s+(?:or\\s+(?:ignore|replace)\\s+)?(?:ignore\\s+|overwrite\\s+)?(?:into\\s+)?"
                            + NAME);
    private static final Pattern UPDATE =
            pattern("\\bupdate\\s+" + NAME + "\\s+(?:(?:as\\s+)?\\w+\\s+)?set\\s.*?\\bwhere\\b");
    private static final Pattern DROP = pattern("\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?" + NAME);
    private static final Set<String> QUERIES =
            Set.of(
                    "select",
                    "from",
                    "with",
                    "values",
                    "table",
                    "pivot",
                    "unpivot",
                    "describe",
                    "summarize",
                    "show");

    static RawSql of(String text) {
        String code = SqlScanner.withoutQuotedAndComments(text);
        Optional<String> table =
                first(CREATE, code).or(() -> last(INSERT, code)).or(() -> last(UPDATE, code));
        return new RawSql(
                SqlScanner.split(text), table.filter(name -> !isDroppedAtEnd(name, code)));
    }

    // A table that only helped the statements before the last one.
    private static boolean isDroppedAtEnd(String table, String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        int drop =
                last(DROP, code)
                        .filter(table::equalsIgnoreCase)
                        .map(_ -> lower.lastIndexOf("drop"))
                        .orElse(-1);
        return drop > lower.lastIndexOf("create");
    }

    /// Whether the rows of a statement can be stored without running it twice.
    static boolean isQuery(String statement) {
        String code = SqlScanner.withoutQuotedAndComments(statement).stripLeading();
        if (code.startsWith("(")) return true;
        int end = 0;
        while (end < code.length() && Character.isLetter(code.charAt(end))) end++;
        return QUERIES.contains(code.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static Optional<String> first(Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> last(Pattern pattern, String code) {
        return pattern.matcher(code)
                .results()
                .map(result -> result.group(1))
                .reduce((_, later) -> later);
    }
}
