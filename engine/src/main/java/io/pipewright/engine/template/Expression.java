package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Python expression as Mage evaluates it: `lambda data, variables: data[0]['n'] if data else 0`.
///
/// Knows Python's operators, comprehensions, string, list and dict methods and the usual built-in
/// functions; no f-strings, imports, assignments or attributes of modules it was not given.
/// Thread: any; immutable.
public final class Expression {
    private final Expr expr;

    private Expression(Expr expr) {
        this.expr = expr;
    }

    /// @throws TemplateException where the text is no expression, or one of a kind not known here
    public static Expression parse(String text) {
        var tokens = new TokenStream(Lexer.expression(text));
        var expr = new PythonParser(tokens).expression();
        if (!tokens.is(Token.Kind.END)) throw tokens.expected("the end of the expression");
        return new Expression(expr);
    }

    /// @param variables plain values as listed at [TemplateFunction]
    /// @return a plain value; a `lambda` as a [TemplateFunction], whose calls count against the same
    ///     limits and belong to the calling thread
    public @Nullable Object evaluate(
            Map<String, ? extends @Nullable Object> variables, TemplateOptions options) {
        var rendering = new Rendering(options);
        var scope = Scope.of(PythonBuiltins.of(rendering), variables);
        return Guard.<@Nullable Object>run(
                rendering,
                () -> guarded(rendering, new Evaluator(rendering).value(expr, scope.inner())));
    }

    private static @Nullable Object guarded(Rendering rendering, Value value) {
        var plain = PlainValues.out(value);
        if (!(plain instanceof TemplateFunction function)) return plain;
        return new GuardedFunction(rendering, function);
    }

    /// A lambda whose failures name their line, like those of the expression around it.
    private record GuardedFunction(Rendering rendering, TemplateFunction function)
            implements TemplateFunction {
        @Override
        public @Nullable Object call(
                List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
            return Guard.<@Nullable Object>run(rendering, () -> function.call(positional, named));
        }
    }
}
