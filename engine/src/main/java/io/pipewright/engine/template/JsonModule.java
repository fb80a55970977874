package io.pipewright.engine.template;

/// Python's `json`: `dumps` and `loads`.
final class JsonModule {
    private JsonModule() {}

    static PythonObject create() {
        return new PythonObject("<module 'json'>")
                .with("loads", "text", a -> JsonReader.read(a.text(0)))
                .with("dumps", "value indent? sort_keys?", JsonModule::dumps);
    }

    private static Value dumps(Bound arguments) {
        var indent = Math.clamp(arguments.integer(1, 0), 0, 100);
        // A module is shared by renderings, so the text is counted by a meter of its own.
        var rendering = new Rendering(TemplateOptions.strict());
        var writer =
                new JsonWriter(
                        rendering,
                        " ".repeat(indent),
                        arguments.hasValue(1),
                        arguments.truth(2, false));
        return Text.of(writer.text(arguments.get(0)));
    }
}
