package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Jinja2 template, ready to be rendered. Source: Jinja2 3.1 with its default settings.
///
/// Beyond Jinja2 it takes Python's `lambda` as an argument; it does not read other templates (`include`,
/// `import`, `extends`).
/// Thread: any; immutable, so many threads may render it at once.
public final class Template {
    private final List<Stmt> body;

    private Template(List<Stmt> body) {
        this.body = body;
    }

    /// @throws TemplateException where the text is no template
    public static Template parse(String text) {
        return new Template(TemplateParser.parse(text));
    }

    /// @param variables plain values as listed at [TemplateFunction]; an [java.util.Optional] counts as
    ///     its value or None, instants are UTC
    /// @throws TemplateException when the rendering fails, passes a limit or is interrupted
    public String render(
            Map<String, ? extends @Nullable Object> variables, TemplateOptions options) {
        var rendering = new Rendering(options);
        var scope = Scope.of(Globals.of(rendering), variables);
        return Guard.run(rendering, () -> new Renderer(rendering, scope.inner()).page(body));
    }
}
