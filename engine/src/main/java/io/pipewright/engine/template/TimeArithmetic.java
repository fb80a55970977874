package io.pipewright.engine.template;

import io.pipewright.engine.template.Temporal.Date;
import io.pipewright.engine.template.Temporal.DateTime;
import io.pipewright.engine.template.Temporal.Delta;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;

/// Sums and differences of dates, times and durations.
final class TimeArithmetic {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final long MOST_DAYS = 999_999_999;

    private TimeArithmetic() {}

    static Value apply(Operator operator, Value left, Value right) {
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE, FLOOR_DIVIDE, MODULO -> divide(operator, left, right);
            case POWER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT ->
                    throw Operators.unsupported(operator, left, right);
        };
    }

    private static Value sum(Value left, Value right) {
        if (left instanceof Delta delta && right instanceof Temporal other) {
            return plus(other, delta.value(), Operator.ADD, left);
        }
        if (right instanceof Delta delta && left instanceof Temporal other) {
            return plus(other, delta.value(), Operator.ADD, right);
        }
        throw Operators.unsupported(Operator.ADD, left, right);
    }

    private static Value product(Value left, Value right) {
        if (left instanceof Delta delta && right instanceof Num factor) return times(delta, factor);
        if (right instanceof Delta delta && left instanceof Num factor) return times(delta, factor);
        throw Operators.unsupported(Operator.MULTIPLY, left, right);
    }

    static Delta delta(BigInteger micros) {
        var parts = micros.divideAndRemainder(MILLION);
        if (parts[0].bitLength() > 50 || Math.abs(parts[0].longValueExact()) / 86_400 > MOST_DAYS) {
            throw TemplateException.of("a timedelta of more than " + MOST_DAYS + " days");
        }
        var nanos = parts[1].longValueExact() * 1_000;
        return new Delta(Duration.ofSeconds(parts[0].longValueExact(), nanos));
    }

    static BigInteger micros(Delta delta) {
        return BigInteger.valueOf(delta.value().toSeconds())
                .multiply(MILLION)
                .add(BigInteger.valueOf(delta.microseconds()));
    }

    static double totalSeconds(Delta delta) {
        return new BigDecimal(micros(delta)).movePointLeft(6).doubleValue();
    }

    private static Value plus(Temporal value, Duration span, Operator operator, Value other) {
        return switch (value) {
            case DateTime d -> {
                var moved = d.local().plus(span);
                checkYear(moved.toLocalDate());
                yield new DateTime(moved, d.zone());
            }
            case Date d -> {
                var moved = d.value().plusDays(Math.floorDiv(span.toSeconds(), 86_400L));
                checkYear(moved);
                yield new Date(moved);
            }
            case Delta d -> new Delta(d.value().plus(span));
            case Temporal.Time time -> throw Operators.unsupported(operator, value, other);
            case Temporal.Zone zone -> throw Operators.unsupported(operator, value, other);
        };
    }

    private static void checkYear(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw TemplateException.of("date value out of range");
        }
    }

    private static Value difference(Value left, Value right) {
        if (right instanceof Delta delta && left instanceof Temporal other) {
            return plus(other, delta.value().negated(), Operator.SUBTRACT, right);
        }
        if (left instanceof DateTime a && right instanceof DateTime b) {
            if (a.zone().isPresent() != b.zone().isPresent()) {
                throw TemplateException.of(
                        "can't subtract offset-naive and offset-aware datetimes");
            }
            return new Delta(Duration.between(b.inUtc(), a.inUtc()));
        }
        if (left instanceof Date a && right instanceof Date b) {
            return new Delta(Duration.ofDays(a.value().toEpochDay() - b.value().toEpochDay()));
        }
        throw Operators.unsupported(Operator.SUBTRACT, left, right);
    }

    private static Value times(Delta delta, Num factor) {
        var exact =
                factor instanceof Num.Real real
                        ? new BigDecimal(real.value())
                        : new BigDecimal(Num.whole(factor));
        var product = new BigDecimal(micros(delta)).multiply(exact);
        return delta(product.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static Value divide(Operator operator, Value dividend, Value right) {
        if (!(dividend instanceof Delta left))
            throw Operators.unsupported(operator, dividend, right);
        if (right instanceof Delta delta) return divideBy(operator, left, delta);
        if (!(right instanceof Num divisor) || operator == Operator.MODULO) {
            throw Operators.unsupported(operator, left, right);
        }
        if (!Truth.of(divisor)) throw TemplateException.of("division by zero");
        var exact =
                divisor instanceof Num.Real real
                        ? new BigDecimal(real.value())
                        : new BigDecimal(Num.whole(divisor));
        var rounding = operator == Operator.DIVIDE ? RoundingMode.HALF_EVEN : RoundingMode.FLOOR;
        return delta(new BigDecimal(micros(left)).divide(exact, 0, rounding).toBigInteger());
    }

    private static Value divideBy(Operator operator, Delta left, Delta right) {
        if (right.value().isZero()) throw TemplateException.of("division by zero");
        if (operator == Operator.DIVIDE) {
            return new Num.Real(micros(left).doubleValue() / micros(right).doubleValue());
        }
        var quotient = Math.floorDiv(micros(left).longValueExact(), micros(right).longValueExact());
        if (operator == Operator.FLOOR_DIVIDE) return Num.Int.of(quotient);
        return new Delta(left.value().minus(right.value().multipliedBy(quotient)));
    }
}
