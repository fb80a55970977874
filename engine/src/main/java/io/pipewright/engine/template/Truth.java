package io.pipewright.engine.template;

/// Python's truth of a value.
final class Truth {
    private Truth() {}

    static boolean of(Value value) {
        return switch (value) {
            case None none -> false;
            case Undefined undefined -> {
                undefined.failIfStrict();
                yield false;
            }
            case Num.Bool bool -> bool.value();
            case Num.Int whole -> whole.value().signum() != 0;
            case Num.Real real -> real.value() != 0;
            case Text text -> !text.value().isEmpty();
            case Bytes bytes -> bytes.value().length > 0;
            case Sequence sequence -> !sequence.items().isEmpty();
            case DictValue dict -> !dict.entries().isEmpty();
            case DictView view -> !view.dict().entries().isEmpty();
            case SetValue set -> !set.items().isEmpty();
            case RangeValue range -> range.length() > 0;
            case Temporal.Delta delta -> !delta.value().isZero();
            case Temporal temporal -> true;
            case Stream stream -> true;
            case HostObject object -> true;
        };
    }
}
