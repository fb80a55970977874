package io.pipewright.engine.template;

import java.util.function.Consumer;

/// What a name without a value means.
public sealed interface UndefinedNames {
    /// It prints as nothing and loops over nothing, as in Jinja2; `report` is told each time.
    record Lenient(Consumer<UndefinedName> report) implements UndefinedNames {}

    /// Any use but `is defined` and `default` fails.
    record Strict() implements UndefinedNames {}

    static UndefinedNames lenient() {
        return new Lenient(name -> {});
    }

    static UndefinedNames lenient(Consumer<UndefinedName> report) {
        return new Lenient(report);
    }

    static UndefinedNames strict() {
        return new Strict();
    }
}
