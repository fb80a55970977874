package io.pipewright.engine.template;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/// `strftime` in the C locale, as on Linux. Source: POSIX strftime(3) with glibc's additions.
final class Strftime {
    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    private final LocalDateTime time;
    private final Optional<ZoneOffset> zone;

    private Strftime(LocalDateTime time, Optional<ZoneOffset> zone) {
        this.time = time;
        this.zone = zone;
    }

    static String format(Temporal value, String format) {
        return switch (value) {
            case Temporal.DateTime d -> new Strftime(d.local(), d.zone()).format(format);
            case Temporal.Date d ->
                    new Strftime(d.value().atStartOfDay(), Optional.empty()).format(format);
            case Temporal.Time t ->
                    new Strftime(t.value().atDate(NO_DATE), t.zone()).format(format);
            case Temporal.Delta delta -> throw noFormat(delta);
            case Temporal.Zone z -> throw noFormat(z);
        };
    }

    private static TemplateException noFormat(Temporal value) {
        return TemplateException.of(
                "'" + value.typeName() + "' object has no attribute 'strftime'");
    }

    private String format(String format) {
        var out = new StringBuilder();
        for (var i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                out.append(format.charAt(i));
                continue;
            }
            var code = format.charAt(++i);
            var plain = code == '-' && i + 1 < format.length();
            if (plain) code = format.charAt(++i);
            var text = part(code);
            out.append(plain ? withoutPadding(text) : text);
        }
        return out.toString();
    }

    private static String withoutPadding(String text) {
        var start = 0;
        while (start < text.length() - 1
                && (text.charAt(start) == '0' || text.charAt(start) == ' ')) {
            start++;
        }
        return text.substring(start);
    }

    private String part(char code) {
        return switch (code) {
            case 'H', 'I', 'k', 'l', 'M', 'S', 'f', 'p', 'P', 'R', 'T', 'X', 'r' -> clock(code);
            case 'U', 'W', 'V', 'G', 'g', 'u', 'w' -> week(code);
            case 'c' -> format("%a %b %e %H:%M:%S %Y");
            case 'z' -> TimeText.offset(zone).replace(":", "");
            case 'Z' -> zone.map(TimeText::zoneName).orElse("");
            case 's' -> Long.toString(time.toEpochSecond(zone.orElse(ZoneOffset.UTC)));
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> date(code);
        };
    }

    private String date(char code) {
        return switch (code) {
            case 'Y' -> Integer.toString(time.getYear());
            case 'C' -> two(time.getYear() / 100);
            case 'y' -> two(time.getYear() % 100);
            case 'm' -> two(time.getMonthValue());
            case 'd' -> two(time.getDayOfMonth());
            case 'e' -> spaced(time.getDayOfMonth());
            case 'j' -> TimeText.padded(time.getDayOfYear(), 3);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'D', 'x' -> format("%m/%d/%y");
            case 'F' -> format("%Y-%m-%d");
            default -> "%" + code;
        };
    }

    private String clock(char code) {
        var hour = time.getHour();
        var half = hour % 12 == 0 ? 12 : hour % 12;
        return switch (code) {
            case 'H' -> two(hour);
            case 'I' -> two(half);
            case 'k' -> spaced(hour);
            case 'l' -> spaced(half);
            case 'M' -> two(time.getMinute());
            case 'S' -> two(time.getSecond());
            case 'f' -> TimeText.padded(time.getNano() / 1_000, 6);
            case 'p' -> hour < 12 ? "AM" : "PM";
            case 'P' -> hour < 12 ? "am" : "pm";
            case 'R' -> format("%H:%M");
            case 'r' -> format("%I:%M:%S %p");
            default ->
                    TimeText.iso(LocalTime.of(hour, time.getMinute(), time.getSecond()), "seconds");
        };
    }

    private String week(char code) {
        var weekday = time.getDayOfWeek().getValue();
        var dayOfYear = time.getDayOfYear();
        return switch (code) {
            case 'U' -> two((dayOfYear + 6 - weekday % 7) / 7);
            case 'W' -> two((dayOfYear + 6 - (weekday + 6) % 7) / 7);
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
            case 'u' -> Integer.toString(weekday);
            default -> Integer.toString(weekday % 7);
        };
    }

    private static String two(int number) {
        return TimeText.padded(number, 2);
    }

    private static String spaced(int number) {
        return number < 10 ? " " + number : Integer.toString(number);
    }
}
