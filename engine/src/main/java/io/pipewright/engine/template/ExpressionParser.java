package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.FilterCall;
import io.pipewright.engine.template.Expr.Link;
import io.pipewright.engine.template.Sequence.TupleValue;
import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Parses Jinja2's expressions. Source: the grammar of Jinja2 3.1, where `-2 ** 2` is 4 and
/// `2 ** 3 ** 2` is 64, unlike Python.
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream tokens;
    private final PostfixParser postfix;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.postfix = new PostfixParser(tokens, this::expression, false);
    }

    Expr expression() {
        tokens.enter();
        var result = conditional();
        tokens.leave();
        return result;
    }

    /// An expression or, with commas, a tuple: `for x in 1, 2`.
    Expr tuple(boolean withConditional) {
        return tuple(withConditional, Set.of());
    }

    Expr tuple(boolean withConditional, Set<String> endNames) {
        var line = tokens.line();
        var items = new ArrayList<Expr>();
        do {
            if (!items.isEmpty() && endsTuple(endNames)) {
                return new Expr.TupleDisplay(line, items);
            }
            items.add(withConditional ? expression() : or());
        } while (tokens.skipSign(","));
        return items.size() == 1 ? items.getFirst() : new Expr.TupleDisplay(line, items);
    }

    private boolean endsTuple(Set<String> endNames) {
        return tokens.is(Kind.PRINT_END)
                || tokens.is(Kind.TAG_END)
                || tokens.isSign(")")
                || (tokens.is(Kind.NAME) && endNames.contains(tokens.current().text()));
    }

    Expr.CallArguments arguments() {
        return postfix.arguments();
    }

    /// `name(arguments)` of a filter or test.
    FilterCall filterCall(boolean isTest) {
        var line = tokens.line();
        var name = new StringBuilder(tokens.expectName());
        while (tokens.skipSign(".")) name.append('.').append(tokens.expectName());
        check(line, name.toString(), isTest);
        if (tokens.isSign("(")) return new FilterCall(line, name.toString(), postfix.arguments());
        if (!isTest || !startsTestArgument()) {
            return new FilterCall(line, name.toString(), Expr.CallArguments.NONE);
        }
        var argument = postfix.trailing(primary());
        return new FilterCall(
                line,
                name.toString(),
                new Expr.CallArguments(List.of(argument), List.of(), List.of(), List.of()));
    }

    private void check(int line, String name, boolean isTest) {
        var known = isTest ? Tests.isKnown(name) : Filters.isKnown(name);
        if (!known) tokens.pend(unknown(isTest ? "test" : "filter", name).onLine(line));
    }

    static TemplateException unknown(String what, String name) {
        return TemplateException.of("there is no " + what + " named '" + name + "'");
    }

    private boolean startsTestArgument() {
        if (tokens.isName("is")) throw tokens.problem("tests cannot be chained with 'is'");
        if (tokens.isName("else") || tokens.isName("or") || tokens.isName("and")) return false;
        return switch (tokens.current().kind()) {
            case NAME, STRING, INTEGER, FLOAT -> true;
            case SIGN -> tokens.isSign("[") || tokens.isSign("{");
            case DATA, PRINT_BEGIN, PRINT_END, TAG_BEGIN, TAG_END, END -> false;
        };
    }

    private Expr conditional() {
        var line = tokens.line();
        var mark = tokens.pending();
        var result = or();
        for (var parts = 0; tokens.skipName("if"); parts++) {
            tokens.chain(parts);
            var test = or();
            Optional<Expr> otherwise = Optional.empty();
            if (tokens.skipName("else")) otherwise = Optional.of(expression());
            result = new Expr.Conditional(line, test, result, otherwise);
            tokens.forgetPendingSince(mark);
        }
        return result;
    }

    private Expr or() {
        var left = and();
        for (var parts = 0; tokens.isName("or"); parts++) {
            tokens.chain(parts);
            left = new Expr.Or(tokens.next().line(), left, and());
        }
        return left;
    }

    private Expr and() {
        var left = not();
        for (var parts = 0; tokens.isName("and"); parts++) {
            tokens.chain(parts);
            left = new Expr.And(tokens.next().line(), left, not());
        }
        return left;
    }

    private Expr not() {
        if (!tokens.isName("not")) return comparison();
        tokens.enter();
        var result = new Expr.Not(tokens.next().line(), not());
        tokens.leave();
        return result;
    }

    private Expr comparison() {
        var line = tokens.line();
        var first = sum();
        var links = new ArrayList<Link>();
        while (true) {
            var operator = postfix.comparisonSign(COMPARISONS);
            if (operator.isEmpty()) break;
            links.add(new Link(operator, sum()));
        }
        return links.isEmpty() ? first : new Expr.Comparing(line, first, links);
    }

    private Expr sum() {
        var left = concatenation();
        for (var parts = 0; tokens.isSign("+") || tokens.isSign("-"); parts++) {
            tokens.chain(parts);
            var sign = tokens.next();
            left = new Expr.Binary(sign.line(), Operator.of(sign.text()), left, concatenation());
        }
        return left;
    }

    private Expr concatenation() {
        var line = tokens.line();
        var parts = new ArrayList<>(List.of(product()));
        while (tokens.skipSign("~")) parts.add(product());
        return parts.size() == 1 ? parts.getFirst() : new Expr.Concatenation(line, parts);
    }

    private Expr product() {
        var left = power();
        for (var parts = 0; postfix.isProductSign(); parts++) {
            tokens.chain(parts);
            var sign = tokens.next();
            left = new Expr.Binary(sign.line(), Operator.of(sign.text()), left, power());
        }
        return left;
    }

    private Expr power() {
        var left = unary(true);
        for (var parts = 0; tokens.isSign("**"); parts++) {
            tokens.chain(parts);
            left = new Expr.Binary(tokens.next().line(), Operator.POWER, left, unary(true));
        }
        return left;
    }

    private Expr unary(boolean withFilters) {
        tokens.enter();
        var line = tokens.line();
        Expr result;
        if (tokens.skipSign("-")) result = new Expr.Negative(line, unary(false));
        else if (tokens.skipSign("+")) result = new Expr.Positive(line, unary(false));
        else result = primary();
        result = postfix.trailing(result);
        if (withFilters) result = filtered(result);
        tokens.leave();
        return result;
    }

    private Expr filtered(Expr input) {
        var result = input;
        for (var parts = 0; ; parts++) {
            tokens.chain(parts);
            if (tokens.skipSign("|")) {
                result = new Expr.Filter(result, filterCall(false));
            } else if (tokens.skipName("is")) {
                var line = tokens.line();
                var negated = tokens.skipName("not");
                result = new Expr.Test(result, filterCall(true));
                if (negated) result = new Expr.Not(line, result);
            } else if (tokens.isSign("(")) {
                result = new Expr.Call(tokens.line(), result, postfix.arguments());
            } else {
                return result;
            }
        }
    }

    private Expr primary() {
        var line = tokens.line();
        if (tokens.isName("lambda") && startsLambda()) return new PythonParser(tokens).expression();
        if (tokens.skipSign("(")) return parenthesised(line);
        if (tokens.skipSign("[")) {
            return new Expr.ListDisplay(line, postfix.items("]"));
        }
        if (tokens.skipSign("{")) return new Expr.DictDisplay(line, postfix.pairs());
        if (tokens.is(Kind.NAME)) return name();
        return postfix.literal();
    }

    // Not Jinja2: Mage's block_output takes a lambda, in Python's own grammar.
    private boolean startsLambda() {
        var after = tokens.ahead();
        return after.kind() == Kind.NAME || after.isSign(":") || after.isSign("*");
    }

    private Expr name() {
        var token = tokens.next();
        var name = token.text();
        return switch (name) {
            case "true", "True" -> new Expr.Literal(token.line(), Num.Bool.TRUE);
            case "false", "False" -> new Expr.Literal(token.line(), Num.Bool.FALSE);
            case "none", "None" -> new Expr.Literal(token.line(), None.NONE);
            default -> {
                tokens.names().add(name);
                yield new Expr.Name(token.line(), name);
            }
        };
    }

    private Expr parenthesised(int line) {
        if (tokens.skipSign(")")) return new Expr.Literal(line, TupleValue.EMPTY);
        var inner = tuple(true);
        tokens.expectSign(")");
        return inner;
    }
}
