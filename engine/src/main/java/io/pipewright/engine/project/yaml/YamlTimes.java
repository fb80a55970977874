package io.pipewright.engine.project.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times of YAML 1.1, as Mage's parser takes them.
final class YamlTimes {

    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d?)-(\\d\\d?)"
                            + "(?:(?:[Tt]|[ \\t]+)(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d*))?"
                            + "(?:[ \\t]*(Z|[-+]\\d\\d?(?::?\\d\\d)?))?)?");

    private YamlTimes() {}

    /// @return a `LocalDate`, a `LocalDateTime` or, with a zone offset, an `OffsetDateTime`
    /// @throws DateTimeException if there is no such day or time
    static Object value(String text) {
        Matcher match = TIME.matcher(text);
        if (!match.matches()) throw new DateTimeException("not a date");
        LocalDate date = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
        if (match.group(4) == null) return date;
        LocalDateTime time =
                date.atTime(
                        number(match, 4),
                        number(match, 5),
                        number(match, 6),
                        nanos(match.group(7)));
        return match.group(8) == null ? time : time.atOffset(offset(match.group(8)));
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /// Whole microseconds, as Python keeps them.
    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        if (fraction == null || fraction.isEmpty()) return 0;
        return Integer.parseInt((fraction + "000000").substring(0, 6)) * 1000;
    }

    private static ZoneOffset offset(String text) {
        if (text.equals("Z")) return ZoneOffset.UTC;
        int sign = text.startsWith("-") ? -1 : 1;
        String digits = text.substring(1).replace(":", "");
        int hours =
                Integer.parseInt(
                        digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes =
                digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
