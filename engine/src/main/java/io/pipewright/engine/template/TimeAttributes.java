package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import io.pipewright.engine.template.Sequence.NamedTuple;
import io.pipewright.engine.template.Temporal.Date;
import io.pipewright.engine.template.Temporal.DateTime;
import io.pipewright.engine.template.Temporal.Delta;
import io.pipewright.engine.template.Temporal.Time;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;

/// Attributes and methods of dates, times and durations.
final class TimeAttributes {
    private static final MethodTable<Temporal> DATE_METHODS =
            new MethodTable<Temporal>()
                    .add("weekday", "", (r, s, a) -> Int.of(date(s).getDayOfWeek().getValue() - 1))
                    .add("isoweekday", "", (r, s, a) -> Int.of(date(s).getDayOfWeek().getValue()))
                    .add("isocalendar", "", (r, s, a) -> isoCalendar(date(s)))
                    .add("toordinal", "", (r, s, a) -> Int.of(date(s).toEpochDay() + 719_163))
                    .add("ctime", "", (r, s, a) -> Text.of(Strftime.format(s, "%c")))
                    .add("strftime", "format", (r, s, a) -> Text.of(Strftime.format(s, a.text(0))));
    private static final MethodTable<Date> PLAIN_DATE_METHODS =
            new MethodTable<Date>()
                    .add("isoformat", "", (r, s, a) -> Text.of(TimeText.iso(s.value())))
                    .add(
                            "replace",
                            "year? month? day?",
                            (r, s, a) -> new Date(TimeParts.replaced(s.value(), a)));
    private static final MethodTable<DateTime> DATE_TIME_METHODS =
            new MethodTable<DateTime>()
                    .add("date", "", (r, s, a) -> new Date(s.local().toLocalDate()))
                    .add(
                            "time",
                            "",
                            (r, s, a) -> new Time(s.local().toLocalTime(), Optional.empty()))
                    .add("timetz", "", (r, s, a) -> new Time(s.local().toLocalTime(), s.zone()))
                    .add("timestamp", "", (r, s, a) -> timestamp(s))
                    .add(
                            "isoformat",
                            "sep? timespec?",
                            (r, s, a) ->
                                    Text.of(TimeText.iso(s, a.text(0, "T"), a.text(1, "auto"))))
                    .add(
                            "utcoffset",
                            "",
                            (r, s, a) ->
                                    s.zone().<Value>map(TimeAttributes::offset).orElse(None.NONE))
                    .add(
                            "tzname",
                            "",
                            (r, s, a) ->
                                    s.zone()
                                            .<Value>map(z -> Text.of(TimeText.zoneName(z)))
                                            .orElse(None.NONE))
                    .add("astimezone", "tz?", (r, s, a) -> TimeParts.inZone(s, a))
                    .add(
                            "replace",
                            "year? month? day? hour? minute? second? microsecond? tzinfo?",
                            (r, s, a) -> TimeParts.replaced(s, a));
    private static final MethodTable<Time> TIME_METHODS =
            new MethodTable<Time>()
                    .add(
                            "isoformat",
                            "timespec?",
                            (r, s, a) ->
                                    Text.of(
                                            TimeText.iso(s.value(), a.text(0, "auto"))
                                                    + TimeText.offset(s.zone())))
                    .add("strftime", "format", (r, s, a) -> Text.of(Strftime.format(s, a.text(0))))
                    .add(
                            "replace",
                            "hour? minute? second? microsecond?",
                            (r, s, a) -> new Time(TimeParts.replaced(s.value(), a, 0), s.zone()));
    private static final MethodTable<Delta> DELTA_METHODS =
            new MethodTable<Delta>()
                    .add(
                            "total_seconds",
                            "",
                            (r, s, a) -> new Real(TimeArithmetic.totalSeconds(s)));

    private TimeAttributes() {}

    static Optional<Value> of(Rendering rendering, Temporal value, String name) {
        return switch (value) {
            case DateTime d ->
                    datePart(d.local().toLocalDate(), name)
                            .or(() -> timePart(d.local().toLocalTime(), d.zone(), name))
                            .or(() -> DATE_TIME_METHODS.bind(rendering, d, name))
                            .or(() -> DATE_METHODS.bind(rendering, d, name));
            case Date d ->
                    datePart(d.value(), name)
                            .or(() -> PLAIN_DATE_METHODS.bind(rendering, d, name))
                            .or(() -> DATE_METHODS.bind(rendering, d, name));
            case Time t ->
                    timePart(t.value(), t.zone(), name)
                            .or(() -> TIME_METHODS.bind(rendering, t, name));
            case Delta d -> deltaPart(d, name).or(() -> DELTA_METHODS.bind(rendering, d, name));
            case Temporal.Zone zone -> Optional.empty();
        };
    }

    private static Optional<Value> datePart(LocalDate date, String name) {
        return switch (name) {
            case "year" -> Optional.of(Int.of(date.getYear()));
            case "month" -> Optional.of(Int.of(date.getMonthValue()));
            case "day" -> Optional.of(Int.of(date.getDayOfMonth()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> timePart(
            LocalTime time, Optional<ZoneOffset> zone, String name) {
        return switch (name) {
            case "hour" -> Optional.of(Int.of(time.getHour()));
            case "minute" -> Optional.of(Int.of(time.getMinute()));
            case "second" -> Optional.of(Int.of(time.getSecond()));
            case "microsecond" -> Optional.of(Int.of(time.getNano() / 1_000));
            case "fold" -> Optional.of(Int.of(0));
            case "tzinfo" -> Optional.of(zone.<Value>map(Temporal.Zone::new).orElse(None.NONE));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> deltaPart(Delta delta, String name) {
        return switch (name) {
            case "days" -> Optional.of(Int.of(delta.days()));
            case "seconds" -> Optional.of(Int.of(delta.seconds()));
            case "microseconds" -> Optional.of(Int.of(delta.microseconds()));
            default -> Optional.empty();
        };
    }

    private static LocalDate date(Temporal value) {
        return switch (value) {
            case DateTime d -> d.local().toLocalDate();
            case Date d -> d.value();
            case Time t -> throw new IllegalStateException("a time has no date");
            case Delta d -> throw new IllegalStateException("a duration has no date");
            case Temporal.Zone z -> throw new IllegalStateException("a zone has no date");
        };
    }

    private static Value timestamp(DateTime value) {
        var utc = value.inUtc();
        var micros = utc.get(ChronoField.MICRO_OF_SECOND);
        var seconds = BigDecimal.valueOf(utc.toEpochSecond(ZoneOffset.UTC));
        return new Real(seconds.add(BigDecimal.valueOf(micros, 6)).doubleValue());
    }

    private static Value offset(ZoneOffset zone) {
        return new Delta(Duration.ofSeconds(zone.getTotalSeconds()));
    }

    private static Value isoCalendar(LocalDate date) {
        var parts =
                List.<Value>of(
                        Int.of(date.get(IsoFields.WEEK_BASED_YEAR)),
                        Int.of(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        Int.of(date.getDayOfWeek().getValue()));
        return new NamedTuple(
                "datetime.IsoCalendarDate", List.of("year", "week", "weekday"), parts);
    }
}
