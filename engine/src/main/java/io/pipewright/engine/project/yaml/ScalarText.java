package io.pipewright.engine.project.yaml;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Single values as YAML text that reads back as the same value.
final class ScalarText {

    private ScalarText() {}

    /// `value` in the shape that reading gives: a small `long` becomes an `Integer`, keys become texts.
    @SuppressWarnings("NullAway") // See YamlValues.
    static @Nullable Object plainValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long number when number.intValue() == number -> number.intValue();
            case Float number -> (double) number;
            case String _, Boolean _, Integer _, Long _, BigInteger _, Double _ -> value;
            case LocalDate _, LocalDateTime _, OffsetDateTime _ -> value;
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(plainValue(item)));
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), plainValue(item)));
                yield copy;
            }
            default ->
                    throw new IllegalArgumentException(
                            "cannot write a "
                                    + value.getClass().getName()
                                    + " into a project file");
        };
    }

    static String of(@Nullable Object value, boolean inFlow) {
        return switch (value) {
            case null -> "null";
            case String text -> text(text, inFlow);
            case Double number -> decimal(number);
            case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            default -> value.toString();
        };
    }

    /// Mage's parser wants a point and a sign of the exponent.
    private static String decimal(double number) {
        if (Double.isNaN(number)) return ".nan";
        if (Double.isInfinite(number)) return number > 0 ? ".inf" : "-.inf";
        return Double.toString(number).replaceFirst("E(\\d)", "E+$1");
    }

    static String text(String text, boolean inFlow) {
        if (isSafePlain(text, inFlow)) return text;
        boolean isPrintable = text.chars().noneMatch(c -> Character.isISOControl(c) || c > 0xFFF0);
        return isPrintable && !hasOddCharacter(text)
                ? "'" + text.replace("'", "''") + "'"
                : escaped(text);
    }

    /// A key of a block map.
    static String key(String text) {
        String plain = text(text, false);
        boolean isSafe = plain.equals(text) && reads(text + ": 1", Map.of(text, 1));
        return isSafe || !plain.equals(text) ? plain : escaped(text);
    }

    /// Asks the parser itself.
    private static boolean isSafePlain(String text, boolean inFlow) {
        if (text.isEmpty() || text.length() > 500 || !text.equals(text.strip())) return false;
        if (text.chars().anyMatch(Character::isISOControl) || hasOddCharacter(text)) return false;
        return inFlow
                ? reads("k: [" + text + "]", Map.of("k", List.of(text)))
                : reads("k: " + text, Map.of("k", text));
    }

    private static boolean reads(String yaml, Object wanted) {
        try {
            return Objects.equals(YamlValues.of(YamlParser.parse(yaml)), wanted);
        } catch (BrokenYamlException _) {
            return false;
        }
    }

    /// Line separators, byte order marks, halves of pairs: better seen as escapes.
    private static boolean hasOddCharacter(String text) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                c == 0x2028
                                        || c == 0x2029
                                        || c == 0xFEFF
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.FORMAT);
    }

    private static String escaped(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default ->
                        out.append(isVisible(c) ? String.valueOf(c) : "\\u%04X".formatted((int) c));
            }
        }
        return out.append('"').toString();
    }

    private static boolean isVisible(char c) {
        boolean odd = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        return !odd && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFF0;
    }
}
