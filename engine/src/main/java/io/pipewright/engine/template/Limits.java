package io.pipewright.engine.template;

/// How much one rendering may do before it is stopped with a [TemplateException].
///
/// @param steps loop rounds, statements, calls and list elements, and one for each 256 characters
///     worked on
/// @param outputLength characters of the result
/// @param textLength characters of any one text made on the way
/// @param integerBits bits of any one whole number
/// @param depth macros, recursive loops and nested values inside each other
public record Limits(int steps, int outputLength, int textLength, int integerBits, int depth) {
    public static final Limits DEFAULT = new Limits(500_000, 20_000_000, 10_000_000, 100_000, 200);

    public Limits {
        var smallest = Math.min(Math.min(steps, outputLength), Math.min(textLength, integerBits));
        if (smallest < 1 || depth < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }

    public Limits withSteps(int most) {
        return new Limits(most, outputLength, textLength, integerBits, depth);
    }

    public Limits withOutputLength(int most) {
        return new Limits(steps, most, textLength, integerBits, depth);
    }
}
