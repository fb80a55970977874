package io.pipewright.engine.template;

import io.pipewright.engine.template.Temporal.Date;
import io.pipewright.engine.template.Temporal.DateTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates and times read from texts: ISO 8601, and `strptime` formats in the C locale.
final class TimeReader {
    private final String text;
    private final int[] parts = {1900, 1, 1, 0, 0, 0, 0};
    private int at;
    private boolean afternoon;
    private boolean twelveHours;

    private TimeReader(String text) {
        this.text = text;
    }

    static Value isoDate(String text) {
        try {
            return new Date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw TemplateException.of("Invalid isoformat string: " + QuotedText.of(text));
        }
    }

    static Value isoDateTime(String text) {
        try {
            if (text.length() == 10) return DateTime.naive(LocalDate.parse(text).atStartOfDay());
            var iso = text.replace(' ', 'T');
            var zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            if (!zoned) return DateTime.naive(LocalDateTime.parse(iso));
            var time = OffsetDateTime.parse(iso);
            return new DateTime(time.toLocalDateTime(), Optional.of(time.getOffset()));
        } catch (DateTimeException e) {
            throw TemplateException.of("Invalid isoformat string: " + QuotedText.of(text));
        }
    }

    static Value dateTime(String text, String format) {
        return new TimeReader(text).read(format);
    }

    private Value read(String format) {
        for (var i = 0; i < format.length(); i++) {
            var unit = format.charAt(i);
            if (unit == '%' && i + 1 < format.length()) part(format.charAt(++i), format);
            else if (at < text.length() && text.charAt(at) == unit) at++;
            else throw mismatch(format);
        }
        if (at < text.length()) {
            throw TemplateException.of("unconverted data remains: " + text.substring(at));
        }
        if (twelveHours) parts[3] = parts[3] % 12 + (afternoon ? 12 : 0);
        var date = TimeParts.date(parts[0], parts[1], parts[2]);
        return DateTime.naive(date.atTime(TimeParts.time(parts[3], parts[4], parts[5], parts[6])));
    }

    private void part(char code, String format) {
        switch (code) {
            case 'Y' -> parts[0] = number(4, format);
            case 'y' -> {
                var year = number(2, format);
                parts[0] = year + (year < 69 ? 2000 : 1900);
            }
            case 'm' -> parts[1] = number(2, format);
            case 'd' -> parts[2] = number(2, format);
            case 'H' -> parts[3] = number(2, format);
            case 'I' -> {
                parts[3] = number(2, format);
                twelveHours = true;
            }
            case 'M' -> parts[4] = number(2, format);
            case 'S' -> parts[5] = number(2, format);
            case 'f' -> {
                var start = at;
                var digits = number(6, format);
                for (var i = at - start; i < 6; i++) digits *= 10;
                parts[6] = digits;
            }
            case 'p' -> afternoon = word(List.of("am", "pm"), format) == 1;
            case 'b', 'h' -> parts[1] = word(months(TextStyle.SHORT), format) + 1;
            case 'B' -> parts[1] = word(months(TextStyle.FULL), format) + 1;
            case '%' -> word(List.of("%"), format);
            default ->
                    throw TemplateException.of(
                            "'" + code + "' is a bad directive in format " + QuotedText.of(format));
        }
    }

    private int number(int most, String format) {
        var start = at;
        while (at < text.length()
                && at < start + most
                && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        if (at == start) throw mismatch(format);
        return Integer.parseInt(text.substring(start, at));
    }

    private int word(List<String> words, String format) {
        for (var i = 0; i < words.size(); i++) {
            if (text.regionMatches(true, at, words.get(i), 0, words.get(i).length())) {
                at += words.get(i).length();
                return i;
            }
        }
        throw mismatch(format);
    }

    private static List<String> months(TextStyle style) {
        var names = new ArrayList<String>();
        for (var month : Month.values()) names.add(month.getDisplayName(style, Locale.ENGLISH));
        return names;
    }

    private TemplateException mismatch(String format) {
        return TemplateException.of(
                "time data "
                        + QuotedText.of(text)
                        + " does not match format "
                        + QuotedText.of(format));
    }
}
