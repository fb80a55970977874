package io.pipewright.engine.template;

/// What may be a key of a dict or a member of a set.
final class Keys {
    private Keys() {}

    static Value of(Value value) {
        switch (value) {
            case Sequence.ListValue list -> throw unhashable(value);
            case DictValue dict -> throw unhashable(value);
            case SetValue set -> throw unhashable(value);
            case Sequence tuple -> tuple.items().forEach(Keys::of);
            case Undefined undefined -> undefined.failIfStrict();
            case None none -> {}
            case Num number -> {}
            case Text text -> {}
            case Bytes bytes -> {}
            case DictView view -> {}
            case RangeValue range -> {}
            case Stream stream -> {}
            case Temporal temporal -> {}
            case HostObject object -> {}
        }
        return value;
    }

    static boolean canBe(Value value) {
        return switch (value) {
            case Sequence.ListValue list -> false;
            case DictValue dict -> false;
            case SetValue set -> false;
            case Sequence tuple -> tuple.items().stream().allMatch(Keys::canBe);
            default -> true;
        };
    }

    private static TemplateException unhashable(Value value) {
        return TemplateException.of("unhashable type: '" + value.typeName() + "'");
    }
}
