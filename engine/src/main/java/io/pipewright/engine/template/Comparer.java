package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;

/// Evaluates `a < b <= c`, `in` and Python's `is`.
record Comparer(Evaluator evaluator) {
    Value value(Expr.Comparing comparing, Scope scope) {
        var left = evaluator.value(comparing.first(), scope);
        for (var link : comparing.links()) {
            var right = evaluator.value(link.right(), scope);
            rendering().isAt(comparing.line());
            if (!holds(left, link.operator(), right)) return Bool.FALSE;
            left = right;
        }
        return Bool.TRUE;
    }

    private boolean holds(Value left, String operator, Value right) {
        var comparison = rendering().comparison();
        return switch (operator) {
            case "==" -> comparison.equal(left, right);
            case "!=" -> !comparison.equal(left, right);
            case "<" -> comparison.isLess(left, right, "<");
            case "<=" -> comparison.isAtMost(left, right, "<=");
            case ">" -> comparison.isLess(right, left, ">");
            case ">=" -> comparison.isAtMost(right, left, ">=");
            case "in" -> contains(rendering(), right, left);
            case "not in" -> !contains(rendering(), right, left);
            case "is" -> same(left, right);
            case "is not" -> !same(left, right);
            default -> throw new IllegalStateException("no comparison " + operator);
        };
    }

    /// Python's `is`, where equal small values of one type are the same.
    static boolean same(Value left, Value right) {
        if (isOneObject(left, right)) return true;
        var plain = left instanceof Num || left instanceof Text;
        return plain && left.getClass() == right.getClass() && left.equals(right);
    }

    @SuppressWarnings("ReferenceEquality") // Identity is what is asked for.
    static boolean isOneObject(Value left, Value right) {
        return left == right;
    }

    static boolean contains(Rendering rendering, Value container, Value item) {
        return switch (container) {
            case Text text when item instanceof Text part -> {
                rendering.meter().reads(text.value());
                yield text.value().contains(part.value());
            }
            case Text text ->
                    throw TemplateException.of(
                            "'in <string>' requires a string as left operand, not "
                                    + item.typeName());
            case DictValue dict -> dict.entries().containsKey(Keys.of(item));
            case SetValue set -> set.items().contains(Keys.of(item));
            case RangeValue range -> range.contains(item);
            default -> rendering.comparison().contains(rendering.list(container), item);
        };
    }

    private Rendering rendering() {
        return evaluator.rendering();
    }
}
