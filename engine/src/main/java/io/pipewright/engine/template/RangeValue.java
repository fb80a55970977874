package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import java.math.BigInteger;

/// A Python `range`, which knows its numbers without holding them.
record RangeValue(BigInteger start, BigInteger stop, BigInteger step) implements Value {
    RangeValue {
        if (step.signum() == 0) throw TemplateException.of("range() arg 3 must not be zero");
    }

    /// How many numbers, at most `Integer.MAX_VALUE`: no rendering gets further.
    int length() {
        var span = step.signum() > 0 ? stop.subtract(start) : start.subtract(stop);
        if (span.signum() <= 0) return 0;
        var count = span.subtract(BigInteger.ONE).divide(step.abs()).add(BigInteger.ONE);
        return count.bitLength() > 31 ? Integer.MAX_VALUE : count.intValue();
    }

    Value at(int index) {
        return new Int(start.add(step.multiply(BigInteger.valueOf(index))));
    }

    boolean contains(Value value) {
        if (!(value instanceof Num number)) return false;
        var whole =
                new Int(number instanceof Num.Real r && !r.isWhole() ? stop : Num.whole(number));
        if (!whole.equals(number)) return false;
        var offset = whole.value().subtract(start);
        if (offset.signum() * step.signum() < 0) return false;
        var rounds = offset.divideAndRemainder(step);
        return rounds[1].signum() == 0 && rounds[0].compareTo(BigInteger.valueOf(length())) < 0;
    }

    @Override
    public String typeName() {
        return "range";
    }
}
