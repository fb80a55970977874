package io.pipewright.engine.template;

/// Stands for a name, attribute or item that is not there.
///
/// @param name as written, empty when it has none (an inline `if` without `else`): then it is not
///     reported
/// @param problem what a use of it fails with
record Undefined(String name, String problem, boolean strict) implements Value {
    TemplateException failure() {
        return TemplateException.of(problem);
    }

    void failIfStrict() {
        if (strict) throw failure();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
        return 7;
    }

    @Override
    public String typeName() {
        return "Undefined";
    }
}
