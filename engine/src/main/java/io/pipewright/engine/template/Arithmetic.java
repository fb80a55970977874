package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Python's arithmetic on numbers: whole numbers of any size, floor division, sign of the divisor.
record Arithmetic(Meter meter) {
    Value apply(Operator operator, Num left, Num right) {
        if (left instanceof Real || right instanceof Real) return reals(operator, left, right);
        var a = Num.whole(left);
        var b = Num.whole(right);
        return switch (operator) {
            case ADD -> new Int(a.add(b));
            case SUBTRACT -> new Int(a.subtract(b));
            case MULTIPLY -> multiply(a, b);
            case DIVIDE -> divide(a, b);
            case FLOOR_DIVIDE -> new Int(floorDivide(a, b));
            case MODULO -> new Int(a.subtract(floorDivide(a, b).multiply(b)));
            case POWER -> power(a, b);
            case BIT_AND -> bits(left, right, a.and(b));
            case BIT_OR -> bits(left, right, a.or(b));
            case BIT_XOR -> bits(left, right, a.xor(b));
            case SHIFT_LEFT -> shift(a, b, 1);
            case SHIFT_RIGHT -> shift(a, b, -1);
        };
    }

    Value negate(Num number) {
        return number instanceof Real real
                ? new Real(-real.value())
                : new Int(Num.whole(number).negate());
    }

    Value absolute(Num number) {
        return number instanceof Real real
                ? new Real(Math.abs(real.value()))
                : new Int(Num.whole(number).abs());
    }

    /// Half to even, as Python rounds; keeps the type.
    Value round(Num number, int places) {
        if (number instanceof Real real) {
            if (!Double.isFinite(real.value()) || places > 330) return real;
            if (places < -330) return new Real(0.0 * real.value());
            var rounded = new BigDecimal(real.value()).setScale(places, RoundingMode.HALF_EVEN);
            var result = rounded.doubleValue();
            return new Real(result == 0 ? Math.copySign(0, real.value()) : result);
        }
        var whole = Num.whole(number);
        if (places >= 0) return new Int(whole);
        if (-(long) places > whole.bitLength()) return Int.of(0);
        return new Int(
                new BigDecimal(whole).setScale(places, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private Value multiply(BigInteger a, BigInteger b) {
        meter.integer((long) a.bitLength() + b.bitLength());
        return new Int(a.multiply(b));
    }

    private static Value divide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) throw TemplateException.of("division by zero");
        if (a.bitLength() <= 53 && b.bitLength() <= 53) {
            return new Real(a.doubleValue() / b.doubleValue());
        }
        var quotient =
                new BigDecimal(a).divide(new BigDecimal(b), new MathContext(60)).doubleValue();
        if (Double.isInfinite(quotient)) {
            throw TemplateException.of("integer division result too large for a float");
        }
        return new Real(quotient);
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) throw TemplateException.of("integer division or modulo by zero");
        var parts = a.divideAndRemainder(b);
        var exact = parts[1].signum() == 0 || parts[1].signum() == b.signum();
        return exact ? parts[0] : parts[0].subtract(BigInteger.ONE);
    }

    private Value power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) return power(base.doubleValue(), exponent.doubleValue());
        if (base.bitLength() <= 1 && base.abs().compareTo(BigInteger.ONE) <= 0) {
            return new Int(exponent.signum() == 0 ? BigInteger.ONE : unitPower(base, exponent));
        }
        meter.integer(
                exponent.bitLength() > 31
                        ? Long.MAX_VALUE
                        : base.bitLength() * exponent.longValueExact());
        return new Int(base.pow(exponent.intValueExact()));
    }

    private static BigInteger unitPower(BigInteger base, BigInteger exponent) {
        return base.signum() < 0 && !exponent.testBit(0) ? BigInteger.ONE : base;
    }

    private Value bits(Num left, Num right, BigInteger result) {
        var logical = left instanceof Num.Bool && right instanceof Num.Bool;
        return logical ? Num.Bool.of(result.signum() != 0) : new Int(result);
    }

    private Value shift(BigInteger value, BigInteger count, int direction) {
        if (count.signum() < 0) throw TemplateException.of("negative shift count");
        var places = count.bitLength() > 31 ? Integer.MAX_VALUE : count.intValueExact();
        if (direction < 0) return new Int(value.shiftRight(places));
        if (value.signum() != 0) meter.integer((long) value.bitLength() + places);
        return new Int(value.signum() == 0 ? value : value.shiftLeft(places));
    }

    private Value reals(Operator operator, Num left, Num right) {
        var a = left.asDouble();
        var b = right.asDouble();
        return switch (operator) {
            case ADD -> new Real(a + b);
            case SUBTRACT -> new Real(a - b);
            case MULTIPLY -> new Real(a * b);
            case DIVIDE -> new Real(a / divisor(b, "float division by zero"));
            case FLOOR_DIVIDE ->
                    new Real(floorDivide(a, divisor(b, "float floor division by zero")));
            case MODULO -> new Real(modulo(a, divisor(b, "float modulo")));
            case POWER -> power(a, b);
            case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT ->
                    throw Operators.unsupported(operator, left, right);
        };
    }

    private static double divisor(double value, String problem) {
        if (value == 0) throw TemplateException.of(problem);
        return value;
    }

    private static double modulo(double a, double b) {
        var rest = a % b;
        if (rest == 0) return Math.copySign(0, b);
        return rest < 0 == b < 0 ? rest : rest + b;
    }

    private static double floorDivide(double a, double b) {
        var rest = a % b;
        var quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) quotient -= 1;
        if (quotient == 0) return Math.copySign(0, a / b);
        var floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static Value power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw TemplateException.of("0.0 cannot be raised to a negative power");
        }
        if (base < 0
                && Double.isFinite(base)
                && Double.isFinite(exponent)
                && exponent != Math.rint(exponent)) {
            throw TemplateException.of("complex numbers are not supported");
        }
        if (base == 1 || exponent == 0) return new Real(1);
        var result = Math.pow(base, exponent);
        if (Double.isInfinite(result) && Double.isFinite(base) && Double.isFinite(exponent)) {
            throw TemplateException.of("result of ** is too large for a float");
        }
        return new Real(result);
    }
}
