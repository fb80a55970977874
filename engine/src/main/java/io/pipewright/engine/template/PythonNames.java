package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Real;
import io.pipewright.engine.template.Temporal.Date;
import io.pipewright.engine.template.Temporal.DateTime;
import io.pipewright.engine.template.Temporal.Delta;
import io.pipewright.engine.template.Temporal.Time;
import io.pipewright.engine.template.Temporal.Zone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Python's modules `datetime`, `math` and `json`, and `timedelta`, to be given as variables.
///
/// The clock shows UTC, as on Mage's servers.
public final class PythonNames {
    private static final BigInteger MICROS_A_SECOND = BigInteger.valueOf(1_000_000);
    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    private final InstantSource clock;

    private PythonNames(InstantSource clock) {
        this.clock = clock;
    }

    /// `datetime`, `timedelta`, `math` and `json`, as variables for a template or an expression.
    public static Map<String, Object> all(InstantSource clock) {
        var names = new PythonNames(clock);
        return Map.of(
                "datetime", names.datetimeModule(),
                "timedelta", timedelta(),
                "math", MathModule.create(),
                "json", JsonModule.create());
    }

    private PythonObject datetimeModule() {
        return new PythonObject("<module 'datetime'>")
                .with("datetime", dateTimeType())
                .with("date", dateType())
                .with(
                        "time",
                        new Function(
                                "time", "hour? minute? second? microsecond?", PythonNames::time))
                .with("timedelta", timedelta())
                .with("timezone", zoneType());
    }

    private PythonObject dateTimeType() {
        return new PythonObject("<class 'datetime.datetime'>")
                .calling(
                        "year month day hour? minute? second? microsecond? tzinfo?",
                        PythonNames::dateTime)
                .with("now", "tz?", a -> now(TimeParts.zone(a.get(0))))
                .with("today", "", a -> now(Optional.empty()))
                .with("utcnow", "", a -> now(Optional.empty()))
                .with("fromtimestamp", "timestamp tz?", a -> at(a.get(0), TimeParts.zone(a.get(1))))
                .with("utcfromtimestamp", "timestamp", a -> at(a.get(0), Optional.empty()))
                .with("fromisoformat", "text", a -> TimeReader.isoDateTime(a.text(0)))
                .with("strptime", "text format", a -> TimeReader.dateTime(a.text(0), a.text(1)))
                .with("combine", "date time", PythonNames::combine);
    }

    private PythonObject dateType() {
        return new PythonObject("<class 'datetime.date'>")
                .calling("year month day", a -> new Date(TimeParts.replaced(NO_DATE, a)))
                .with(
                        "today",
                        "",
                        a -> new Date(local(clock.instant(), Optional.empty()).toLocalDate()))
                .with("fromisoformat", "text", a -> TimeReader.isoDate(a.text(0)));
    }

    private static PythonObject zoneType() {
        return new PythonObject("<class 'datetime.timezone'>")
                .calling("offset", PythonNames::zone)
                .with("utc", new Zone(ZoneOffset.UTC));
    }

    private static PythonObject timedelta() {
        return new PythonObject("<class 'datetime.timedelta'>")
                .calling(
                        "days? seconds? microseconds? milliseconds? minutes? hours? weeks?",
                        PythonNames::delta);
    }

    private static Value dateTime(Bound arguments) {
        var date = TimeParts.replaced(NO_DATE, arguments);
        var time = TimeParts.replaced(LocalTime.MIDNIGHT, arguments, 3);
        return new DateTime(date.atTime(time), TimeParts.zone(arguments.get(7)));
    }

    private static Value time(Bound arguments) {
        return new Time(TimeParts.replaced(LocalTime.MIDNIGHT, arguments, 0), Optional.empty());
    }

    private static Value zone(Bound arguments) {
        if (!(arguments.get(0) instanceof Delta delta))
            throw arguments.wrong(0, "must be a timedelta");
        if (Math.abs(delta.value().toSeconds()) > 64_800) {
            throw arguments.wrong(0, "must be at most 18 hours");
        }
        return new Zone(ZoneOffset.ofTotalSeconds((int) delta.value().toSeconds()));
    }

    private static Value combine(Bound arguments) {
        var date =
                switch (arguments.get(0)) {
                    case Date d -> d.value();
                    case DateTime d -> d.local().toLocalDate();
                    default -> throw arguments.wrong(0, "must be a date");
                };
        if (!(arguments.get(1) instanceof Time time)) throw arguments.wrong(1, "must be a time");
        return new DateTime(date.atTime(time.value()), time.zone());
    }

    private static Value delta(Bound arguments) {
        long[] micros = {
            86_400_000_000L, 1_000_000L, 1L, 1_000L, 60_000_000L, 3_600_000_000L, 604_800_000_000L
        };
        var total = BigDecimal.ZERO;
        for (var i = 0; i < micros.length; i++) {
            if (!arguments.has(i)) continue;
            if (!(arguments.get(i) instanceof Num number)) {
                throw arguments.wrong(i, "must be a number, not " + arguments.get(i).typeName());
            }
            total = total.add(exact(number).multiply(BigDecimal.valueOf(micros[i])));
        }
        return TimeArithmetic.delta(total.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static BigDecimal exact(Num number) {
        return number instanceof Real real && Double.isFinite(real.value())
                ? new BigDecimal(real.value())
                : new BigDecimal(Num.whole(number));
    }

    private Value now(Optional<ZoneOffset> zone) {
        return new DateTime(local(clock.instant(), zone), zone);
    }

    private static LocalDateTime local(Instant instant, Optional<ZoneOffset> zone) {
        var local = LocalDateTime.ofInstant(instant, zone.orElse(ZoneOffset.UTC));
        return local.truncatedTo(ChronoUnit.MICROS);
    }

    private static Value at(Value timestamp, Optional<ZoneOffset> zone) {
        if (!(timestamp instanceof Num number)) {
            throw TemplateException.of("a timestamp must be a number, not " + timestamp.typeName());
        }
        var micros =
                exact(number).movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        var parts = micros.divideAndRemainder(MICROS_A_SECOND);
        if (parts[0].bitLength() > 37) throw TemplateException.of("timestamp out of range");
        var instant =
                Instant.EPOCH.plus(
                        Duration.ofSeconds(
                                parts[0].longValueExact(), parts[1].longValueExact() * 1_000));
        return new DateTime(local(instant, zone), zone);
    }
}
