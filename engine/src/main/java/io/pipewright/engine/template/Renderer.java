package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.FilterCall;
import java.util.List;
import java.util.Map;

/// Renders a template's statements.
final class Renderer {
    private final Rendering rendering;
    private final Evaluator evaluator;
    private final Scope top;

    Renderer(Rendering rendering, Scope top) {
        this.rendering = rendering;
        this.evaluator = new Evaluator(rendering);
        this.top = top;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Rendering rendering() {
        return rendering;
    }

    String page(List<Stmt> body) {
        var out = new StringBuilder();
        top.set("self", new Blocks(this, body));
        all(body, top, out);
        rendering.meter().output(out.length());
        return out.toString();
    }

    void all(List<Stmt> body, Scope scope, StringBuilder out) {
        for (var stmt : body) {
            rendering.meter().step();
            one(stmt, scope, out);
        }
    }

    /// What a body prints, as a value.
    Text captured(List<Stmt> body, Scope scope) {
        var out = new StringBuilder();
        all(body, scope, out);
        rendering.meter().text(out.length());
        return new Text(out.toString(), rendering.autoescapes());
    }

    Text block(Stmt.Block block) {
        return captured(block.body(), top.inner());
    }

    private void one(Stmt stmt, Scope scope, StringBuilder out) {
        switch (stmt) {
            case Stmt.Data data -> append(data.text(), out);
            case Stmt.Print print -> print(print, scope, out);
            case Stmt.If choice -> choose(choice, scope, out);
            case Stmt.For loop -> new Looper(this, loop).render(scope, out);
            case Stmt.Assign assign -> {
                var value = evaluator.value(assign.value(), scope);
                rendering.isAt(assign.line());
                new Assignment(rendering).assign(assign.target(), value, scope);
            }
            case Stmt.AssignBlock assign -> {
                var value =
                        filtered(captured(assign.body(), scope.inner()), assign.filters(), scope);
                new Assignment(rendering).assign(assign.target(), value, scope);
            }
            case Stmt.With with -> with(with, scope, out);
            case Stmt.FilterBlock block -> {
                var text = captured(block.body(), scope.inner());
                print(filtered(text, block.filters(), scope), out);
            }
            case Stmt.MacroDefinition macro ->
                    scope.set(macro.code().name(), new Macro(this, macro.code(), scope));
            case Stmt.CallBlock call -> {
                var caller = new Macro(this, call.caller(), scope);
                print(
                        evaluator.call((Expr.Call) call.call(), Map.of("caller", caller), scope),
                        out);
            }
            case Stmt.Block block ->
                    all(block.body(), block.scoped() ? scope.inner() : top.inner(), out);
            case Stmt.Autoescape autoescape -> autoescape(autoescape, scope, out);
            case Stmt.OtherTemplate other -> throw otherTemplate(other);
        }
    }

    private void print(Stmt.Print print, Scope scope, StringBuilder out) {
        var value = evaluator.value(print.expr(), scope);
        rendering.isAt(print.line());
        print(value, out);
    }

    private void print(Value value, StringBuilder out) {
        append(
                rendering.autoescapes()
                        ? Html.escape(rendering, value).value()
                        : rendering.str(value),
                out);
    }

    private void append(String text, StringBuilder out) {
        out.append(text);
        rendering.meter().reads(text);
        rendering.meter().output(out.length());
    }

    private void choose(Stmt.If choice, Scope scope, StringBuilder out) {
        for (var branch : choice.branches()) {
            if (evaluator.holds(branch.test(), scope)) {
                all(branch.body(), scope, out);
                return;
            }
        }
        all(choice.otherwise(), scope, out);
    }

    private void with(Stmt.With with, Scope scope, StringBuilder out) {
        var inner = scope.inner();
        for (var i = 0; i < with.targets().size(); i++) {
            var value = evaluator.value(with.values().get(i), scope);
            new Assignment(rendering).assign(with.targets().get(i), value, inner);
        }
        all(with.body(), inner, out);
    }

    private Value filtered(Value input, List<FilterCall> filters, Scope scope) {
        var result = input;
        for (var filter : filters) result = evaluator.filtered(result, filter, scope);
        return result;
    }

    private void autoescape(Stmt.Autoescape tag, Scope scope, StringBuilder out) {
        var before = rendering.autoescapes();
        rendering.autoescape(evaluator.holds(tag.on(), scope));
        all(tag.body(), scope.inner(), out);
        rendering.autoescape(before);
    }

    private static TemplateException otherTemplate(Stmt.OtherTemplate other) {
        return TemplateException.at(
                other.line(),
                "'" + other.tag() + "' is not available: a template here cannot read another one",
                "Put the text into this template");
    }
}
