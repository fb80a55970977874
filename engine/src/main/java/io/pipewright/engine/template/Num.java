package io.pipewright.engine.template;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A number, where Python counts `True` and `False` among them.
sealed interface Num extends Value {
    double asDouble();

    record Bool(boolean value) implements Num {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);

        static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }

        @Override
        public double asDouble() {
            return value ? 1 : 0;
        }

        @Override
        public String typeName() {
            return "bool";
        }

        @Override
        public boolean equals(Object other) {
            return Num.same(this, other);
        }

        @Override
        public int hashCode() {
            return value ? 1 : 0;
        }
    }

    record Int(BigInteger value) implements Num {
        static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }

        @Override
        public double asDouble() {
            var result = value.doubleValue();
            if (Double.isInfinite(result)) {
                throw TemplateException.of("int too large to convert to float");
            }
            return result;
        }

        @Override
        public String typeName() {
            return "int";
        }

        @Override
        public boolean equals(Object other) {
            return Num.same(this, other);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    record Real(double value) implements Num {
        boolean isWhole() {
            return Double.isFinite(value) && value == Math.rint(value);
        }

        @Override
        public double asDouble() {
            return value;
        }

        @Override
        public String typeName() {
            return "float";
        }

        @Override
        public boolean equals(Object other) {
            return Num.same(this, other);
        }

        @Override
        public int hashCode() {
            return isWhole()
                    ? new BigDecimal(value).toBigInteger().hashCode()
                    : Double.hashCode(value);
        }
    }

    /// Exact, also between an int beyond 53 bits and a float; NaN is less than nothing and equal to
    /// nothing, so callers ask [#unordered] first.
    static int compare(Num left, Num right) {
        if (left instanceof Real a && right instanceof Real b) {
            return a.value == b.value ? 0 : Double.compare(a.value, b.value);
        }
        if (left instanceof Real a && !Double.isFinite(a.value)) return a.value > 0 ? 1 : -1;
        if (right instanceof Real b && !Double.isFinite(b.value)) return b.value > 0 ? -1 : 1;
        if (left instanceof Real || right instanceof Real) {
            return exact(left).compareTo(exact(right));
        }
        return whole(left).compareTo(whole(right));
    }

    static boolean unordered(Num left, Num right) {
        return (left instanceof Real a && Double.isNaN(a.value))
                || (right instanceof Real b && Double.isNaN(b.value));
    }

    /// The whole number that an int or bool is, or a float cut towards zero.
    static BigInteger whole(Num number) {
        return switch (number) {
            case Bool b -> b.value ? BigInteger.ONE : BigInteger.ZERO;
            case Int i -> i.value;
            case Real r -> truncated(r.value);
        };
    }

    private static BigInteger truncated(double value) {
        if (Double.isNaN(value)) throw TemplateException.of("cannot convert float NaN to integer");
        if (Double.isInfinite(value)) {
            throw TemplateException.of("cannot convert float infinity to integer");
        }
        return new BigDecimal(value).toBigInteger();
    }

    private static BigDecimal exact(Num number) {
        return number instanceof Real r ? new BigDecimal(r.value) : new BigDecimal(whole(number));
    }

    private static boolean same(Num self, Object other) {
        return other instanceof Num number
                && !unordered(self, number)
                && compare(self, number) == 0;
    }
}
