package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.CallArguments;
import io.pipewright.engine.template.Expr.Named;
import io.pipewright.engine.template.Expr.Pair;
import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What Jinja2's and Python's expressions have in common: `.name`, `[index]`, `(arguments)`, literals.
///
/// @param expression parses an expression of the language at hand
/// @param strict whether what is not there fails at once, as in Python
record PostfixParser(TokenStream tokens, Supplier<Expr> expression, boolean strict) {
    Expr trailing(Expr start) {
        var result = start;
        for (var parts = 0; ; parts++) {
            tokens.chain(parts);
            var line = tokens.line();
            if (tokens.skipSign(".")) result = required(attribute(line, result));
            else if (tokens.skipSign("[")) result = required(subscript(line, result));
            else if (tokens.isSign("(")) result = new Expr.Call(line, result, arguments());
            else return result;
        }
    }

    Expr required(Expr expr) {
        return strict ? new Expr.Required(expr) : expr;
    }

    private Expr attribute(int line, Expr target) {
        if (!tokens.is(Kind.INTEGER)) {
            return new Expr.Attribute(line, target, tokens.expectName());
        }
        return new Expr.Item(line, target, literal());
    }

    private Expr subscript(int line, Expr target) {
        var first = boundOrIndex();
        if (tokens.isSign(":")) return slice(line, target, first);
        if (!tokens.isSign(",")) {
            tokens.expectSign("]");
            return new Expr.Item(line, target, first);
        }
        var parts = new ArrayList<>(List.of(first));
        while (tokens.skipSign(",") && !tokens.isSign("]")) parts.add(expression.get());
        tokens.expectSign("]");
        return new Expr.Item(line, target, new Expr.TupleDisplay(line, parts));
    }

    private Expr boundOrIndex() {
        return tokens.isSign(":") ? nothing() : expression.get();
    }

    private Expr slice(int line, Expr target, Expr start) {
        var bounds = new ArrayList<>(List.of(start));
        while (tokens.skipSign(":") && bounds.size() < 3) {
            var open = tokens.isSign(":") || tokens.isSign("]");
            bounds.add(open ? nothing() : expression.get());
        }
        while (bounds.size() < 3) bounds.add(nothing());
        tokens.expectSign("]");
        return new Expr.Slice(line, target, bounds);
    }

    private Expr nothing() {
        return new Expr.Literal(tokens.line(), None.NONE);
    }

    CallArguments arguments() {
        tokens.expectSign("(");
        var positional = new ArrayList<Expr>();
        var named = new ArrayList<Named>();
        var rest = new ArrayList<Expr>();
        var namedRest = new ArrayList<Expr>();
        while (!tokens.isSign(")")) {
            if (tokens.skipSign("**")) namedRest.add(expression.get());
            else if (tokens.skipSign("*")) rest.add(expression.get());
            else if (tokens.is(Kind.NAME) && tokens.ahead().isSign("=")) named.add(named());
            else if (named.isEmpty() && rest.isEmpty() && namedRest.isEmpty()) {
                positional.add(argument(positional.isEmpty()));
            } else throw tokens.problem("a positional argument stands after a named one");
            if (!tokens.isSign(")")) tokens.expectSign(",");
        }
        tokens.expectSign(")");
        checkOnce(named);
        return new CallArguments(positional, named, rest, namedRest);
    }

    // `sum(x for x in y)`: a lone generator needs no brackets of its own.
    private Expr argument(boolean first) {
        var line = tokens.line();
        var value = expression.get();
        if (!strict || !first || !tokens.isName("for")) return value;
        return new PythonParser(tokens)
                .comprehension(line, Expr.Comprehension.Result.GENERATOR, value, value);
    }

    private Named named() {
        var name = tokens.expectName();
        tokens.expectSign("=");
        return new Named(name, expression.get());
    }

    private void checkOnce(List<Named> named) {
        var seen = new HashSet<String>();
        for (var one : named) {
            if (!seen.add(one.name())) {
                throw tokens.problem("the argument '" + one.name() + "' is given twice");
            }
        }
    }

    /// Expressions with commas up to the closing sign, which is taken, too.
    List<Expr> items(String close) {
        var items = new ArrayList<Expr>();
        while (!tokens.isSign(close)) {
            items.add(expression.get());
            if (!tokens.isSign(close)) tokens.expectSign(",");
        }
        tokens.expectSign(close);
        return items;
    }

    List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        while (!tokens.isSign("}")) {
            var key = expression.get();
            tokens.expectSign(":");
            pairs.add(new Pair(key, expression.get()));
            if (!tokens.isSign("}")) tokens.expectSign(",");
        }
        tokens.expectSign("}");
        return pairs;
    }

    Expr literal() {
        var token = tokens.current();
        return switch (token.kind()) {
            case STRING -> new Expr.Literal(token.line(), Text.of(strings()));
            case INTEGER, FLOAT ->
                    new Expr.Literal(token.line(), NumberLiteral.value(tokens.next()));
            case DATA, PRINT_BEGIN, PRINT_END, TAG_BEGIN, TAG_END, NAME, SIGN, END ->
                    throw tokens.expected("an expression");
        };
    }

    private String strings() {
        var text = new StringBuilder();
        while (tokens.is(Kind.STRING)) text.append(tokens.next().text());
        return text.toString();
    }

    boolean isProductSign() {
        return tokens.isSign("*")
                || tokens.isSign("/")
                || tokens.isSign("//")
                || tokens.isSign("%");
    }

    /// Takes a comparison's sign, `in` or `not in`; empty when none stands here.
    String comparisonSign(Set<String> signs) {
        if (tokens.is(Kind.SIGN) && signs.contains(tokens.current().text())) {
            return tokens.next().text();
        }
        if (tokens.skipName("in")) return "in";
        if (!tokens.isName("not") || !tokens.ahead().isName("in")) return "";
        tokens.next();
        tokens.next();
        return "not in";
    }
}
