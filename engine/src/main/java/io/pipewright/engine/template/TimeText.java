package io.pipewright.engine.template;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Dates, times and durations as Python prints them.
final class TimeText {
    private TimeText() {}

    static String str(Temporal value) {
        return switch (value) {
            case Temporal.DateTime dateTime -> iso(dateTime, " ", "auto");
            case Temporal.Date date -> iso(date.value());
            case Temporal.Time time -> iso(time.value(), "auto") + offset(time.zone());
            case Temporal.Delta delta -> duration(delta);
            case Temporal.Zone zone -> zoneName(zone.value());
        };
    }

    static String repr(Temporal value) {
        return switch (value) {
            case Temporal.DateTime d -> reprDateTime(d);
            case Temporal.Date date -> "datetime.date(" + numbers(date.value()) + ")";
            case Temporal.Time time ->
                    "datetime.time(" + numbers(time.value()) + zoneArgument(time.zone()) + ")";
            case Temporal.Delta delta -> reprDelta(delta);
            case Temporal.Zone zone -> reprZone(zone.value());
        };
    }

    static String iso(Temporal.DateTime value, String separator, String precision) {
        return iso(value.local().toLocalDate())
                + separator
                + iso(value.local().toLocalTime(), precision)
                + offset(value.zone());
    }

    static String iso(LocalDate date) {
        return padded(date.getYear(), 4)
                + "-"
                + padded(date.getMonthValue(), 2)
                + "-"
                + padded(date.getDayOfMonth(), 2);
    }

    static String iso(LocalTime time, String precision) {
        var micros = time.getNano() / 1_000;
        var minutes = padded(time.getHour(), 2) + ":" + padded(time.getMinute(), 2);
        var seconds = minutes + ":" + padded(time.getSecond(), 2);
        return switch (precision) {
            case "auto" -> micros == 0 ? seconds : seconds + "." + padded(micros, 6);
            case "hours" -> padded(time.getHour(), 2);
            case "minutes" -> minutes;
            case "seconds" -> seconds;
            case "milliseconds" -> seconds + "." + padded(micros / 1_000, 3);
            case "microseconds" -> seconds + "." + padded(micros, 6);
            default -> throw TemplateException.of("Unknown timespec value");
        };
    }

    /// `+02:00`, or nothing for a naive time.
    static String offset(Optional<ZoneOffset> zone) {
        return zone.map(TimeText::offset).orElse("");
    }

    private static String offset(ZoneOffset zone) {
        var total = Math.abs(zone.getTotalSeconds());
        var text =
                (zone.getTotalSeconds() < 0 ? "-" : "+")
                        + padded(total / 3600, 2)
                        + ":"
                        + padded(total / 60 % 60, 2);
        return total % 60 == 0 ? text : text + ":" + padded(total % 60, 2);
    }

    static String zoneName(ZoneOffset zone) {
        return zone.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset(zone);
    }

    private static String duration(Temporal.Delta delta) {
        var seconds = delta.seconds();
        var days = delta.days();
        var clock =
                seconds / 3600 + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
        var text =
                delta.microseconds() == 0 ? clock : clock + "." + padded(delta.microseconds(), 6);
        return days == 0 ? text : days + (Math.abs(days) == 1 ? " day, " : " days, ") + text;
    }

    private static String reprDateTime(Temporal.DateTime value) {
        return "datetime.datetime(" + numbers(value.local()) + zoneArgument(value.zone()) + ")";
    }

    private static String zoneArgument(Optional<ZoneOffset> zone) {
        return zone.map(z -> ", tzinfo=" + reprZone(z)).orElse("");
    }

    private static String reprZone(ZoneOffset zone) {
        if (zone.getTotalSeconds() == 0) return "datetime.timezone.utc";
        var delta = new Temporal.Delta(Duration.ofSeconds(zone.getTotalSeconds()));
        return "datetime.timezone(" + reprDelta(delta) + ")";
    }

    private static String reprDelta(Temporal.Delta delta) {
        var text = new StringBuilder();
        if (delta.days() != 0) text.append(", days=").append(delta.days());
        if (delta.seconds() != 0) text.append(", seconds=").append(delta.seconds());
        if (delta.microseconds() != 0) text.append(", microseconds=").append(delta.microseconds());
        return "datetime.timedelta(" + (text.isEmpty() ? "0" : text.substring(2)) + ")";
    }

    private static String numbers(LocalDateTime value) {
        return numbers(value.toLocalDate()) + ", " + numbers(value.toLocalTime());
    }

    private static String numbers(LocalDate date) {
        return date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth();
    }

    private static String numbers(LocalTime time) {
        var text = time.getHour() + ", " + time.getMinute();
        var micros = time.getNano() / 1_000;
        if (time.getSecond() != 0 || micros != 0) text += ", " + time.getSecond();
        return micros == 0 ? text : text + ", " + micros;
    }

    static String padded(long number, int width) {
        var text = Long.toString(number);
        return text.length() >= width ? text : "0".repeat(width - text.length()) + text;
    }
}
