package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/// What `value.name` gives: the only way from a value to its attributes and methods.
final class Attributes {
    private static final MethodTable<Num> NUMBER_METHODS =
            new MethodTable<Num>()
                    .add("conjugate", "", (r, s, a) -> s)
                    .add("as_integer_ratio", "", (r, s, a) -> ratio(s));
    private static final MethodTable<Num> WHOLE_METHODS =
            new MethodTable<Num>()
                    .add("bit_length", "", (r, s, a) -> Int.of(Num.whole(s).abs().bitLength()))
                    .add("bit_count", "", (r, s, a) -> Int.of(Num.whole(s).abs().bitCount()));
    private static final MethodTable<Real> REAL_METHODS =
            new MethodTable<Real>().add("is_integer", "", (r, s, a) -> Bool.of(s.isWhole()));
    private static final MethodTable<RangeValue> RANGE_METHODS =
            new MethodTable<RangeValue>()
                    .add("count", "item", (r, s, a) -> Int.of(s.contains(a.get(0)) ? 1 : 0))
                    .add(
                            "index",
                            "item",
                            (r, s, a) -> Int.of(Lists.indexOf(r, r.list(s), a.get(0))));
    private static final MethodTable<Bytes> BYTES_METHODS =
            new MethodTable<Bytes>()
                    .add("decode", "encoding? errors?", (r, s, a) -> decode(s, a))
                    .add("hex", "", (r, s, a) -> Text.of(HexFormat.of().formatHex(s.value())));

    private Attributes() {}

    static Optional<Value> of(Rendering rendering, Value target, String name) {
        return switch (target) {
            case Text text -> TextMethods.TABLE.bind(rendering, text, name);
            case Sequence.ListValue list -> Lists.TABLE.bind(rendering, list, name);
            case TupleValue tuple -> Lists.TUPLE_TABLE.bind(rendering, tuple, name);
            case Sequence.NamedTuple named -> named.part(name);
            case DictValue dict -> Dicts.TABLE.bind(rendering, dict, name);
            case SetValue set -> Sets.TABLE.bind(rendering, set, name);
            case Temporal temporal -> TimeAttributes.of(rendering, temporal, name);
            case Bytes bytes -> BYTES_METHODS.bind(rendering, bytes, name);
            case RangeValue range ->
                    range(range, name).or(() -> RANGE_METHODS.bind(rendering, range, name));
            case Num number -> number(rendering, number, name);
            case HostObject object -> object.attribute(name);
            case Undefined undefined -> throw undefined.failure();
            case None none -> Optional.empty();
            case DictView view -> Optional.empty();
            case Stream stream -> Optional.empty();
        };
    }

    private static Optional<Value> range(RangeValue range, String name) {
        return switch (name) {
            case "start" -> Optional.of(new Int(range.start()));
            case "stop" -> Optional.of(new Int(range.stop()));
            case "step" -> Optional.of(new Int(range.step()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> number(Rendering rendering, Num number, String name) {
        var whole = !(number instanceof Real);
        return switch (name) {
            case "real" -> Optional.of(whole ? new Int(Num.whole(number)) : number);
            case "imag" -> Optional.of(whole ? Int.of(0) : new Real(0));
            case "numerator" -> Optional.<Value>of(number).filter(n -> whole);
            case "denominator" -> Optional.<Value>of(Int.of(1)).filter(n -> whole);
            default ->
                    NUMBER_METHODS
                            .bind(rendering, number, name)
                            .or(
                                    () ->
                                            number instanceof Real real
                                                    ? REAL_METHODS.bind(rendering, real, name)
                                                    : WHOLE_METHODS.bind(rendering, number, name));
        };
    }

    private static Value ratio(Num number) {
        if (!(number instanceof Real real)) return TupleValue.of(number, Int.of(1));
        var exact = new BigDecimal(real.value());
        var bottom = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        var top = exact.multiply(new BigDecimal(bottom)).toBigInteger();
        var common = top.gcd(bottom);
        return TupleValue.of(new Int(top.divide(common)), new Int(bottom.divide(common)));
    }

    private static Value decode(Bytes bytes, Bound arguments) {
        var charset = TextMethods.charset(arguments.text(0, "utf-8"));
        if (!arguments.text(1, "strict").equals("strict")) {
            return Text.of(new String(bytes.value(), charset));
        }
        try {
            return Text.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes.value())).toString());
        } catch (CharacterCodingException e) {
            throw TemplateException.of("'" + charset + "' cannot decode these bytes");
        }
    }
}
