package io.pipewright.engine.template;

/// Counts what one rendering does and stops it at its limits, or when its thread is interrupted.
final class Meter {
    private static final int CHARACTERS_A_STEP = 256;

    private final Limits limits;
    private long steps;
    private long nextInterruptCheck = 1024;
    private int depth;

    Meter(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    void step() {
        steps(1);
    }

    void steps(long count) {
        steps += count;
        if (steps > limits.steps()) {
            throw TemplateException.of(
                    "stopped after " + limits.steps() + " steps", "Make the loops smaller");
        }
        if (steps >= nextInterruptCheck) {
            nextInterruptCheck = steps + 1024;
            if (Thread.currentThread().isInterrupted()) throw TemplateException.of("interrupted");
        }
    }

    /// Pays for reading a text of this length.
    void reads(String text) {
        steps(text.length() / CHARACTERS_A_STEP);
    }

    /// Asks before a text of this length is made, and pays for it.
    void text(long length) {
        if (length > limits.textLength()) {
            throw TemplateException.of(
                    "a text of "
                            + length
                            + " characters is over the limit of "
                            + limits.textLength());
        }
        steps(length / CHARACTERS_A_STEP);
    }

    void integer(long bits) {
        if (bits > limits.integerBits()) {
            throw TemplateException.of(
                    "a number of " + bits + " bits is over the limit of " + limits.integerBits());
        }
    }

    void output(long length) {
        if (length > limits.outputLength()) {
            throw TemplateException.of(
                    "the output is over the limit of " + limits.outputLength() + " characters");
        }
    }

    void enter() {
        if (++depth > limits.depth()) {
            throw TemplateException.of("nested more than " + limits.depth() + " levels deep");
        }
    }

    void leave() {
        depth--;
    }
}
