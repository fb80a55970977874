package io.pipewright.engine.template;

import io.pipewright.engine.template.Temporal.DateTime;
import io.pipewright.engine.template.Temporal.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Dates and times put together from numbers, as `datetime(…)` and `.replace(…)` take them.
final class TimeParts {
    private TimeParts() {}

    static LocalDate replaced(LocalDate date, Bound arguments) {
        return date(
                arguments.integer(0, date.getYear()),
                arguments.integer(1, date.getMonthValue()),
                arguments.integer(2, date.getDayOfMonth()));
    }

    static LocalTime replaced(LocalTime time, Bound arguments, int first) {
        return time(
                arguments.integer(first, time.getHour()),
                arguments.integer(first + 1, time.getMinute()),
                arguments.integer(first + 2, time.getSecond()),
                arguments.integer(first + 3, time.getNano() / 1_000));
    }

    static DateTime replaced(DateTime value, Bound arguments) {
        var date = replaced(value.local().toLocalDate(), arguments);
        var time = replaced(value.local().toLocalTime(), arguments, 3);
        var zone = arguments.has(7) ? zone(arguments.get(7)) : value.zone();
        return new DateTime(date.atTime(time), zone);
    }

    static DateTime inZone(DateTime value, Bound arguments) {
        var target = zone(arguments.get(0)).orElse(ZoneOffset.UTC);
        var local = value.inUtc().plusSeconds(target.getTotalSeconds());
        return new DateTime(local, Optional.of(target));
    }

    static Optional<ZoneOffset> zone(Value value) {
        return switch (value) {
            case Zone zone -> Optional.of(zone.value());
            case None none -> Optional.empty();
            default -> throw TemplateException.of("tzinfo must be None or a timezone");
        };
    }

    static LocalDate date(int year, int month, int day) {
        if (year < 1 || year > 9999)
            throw TemplateException.of("year " + year + " is out of range");
        if (month < 1 || month > 12) throw TemplateException.of("month must be in 1..12");
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw TemplateException.of("day is out of range for month");
        }
    }

    static LocalTime time(int hour, int minute, int second, int micros) {
        try {
            return LocalTime.of(hour, minute, second, Math.multiplyExact(micros, 1_000));
        } catch (DateTimeException | ArithmeticException e) {
            throw TemplateException.of(
                    "hour must be in 0..23, minute and second in 0..59, microsecond in 0..999999");
        }
    }
}
