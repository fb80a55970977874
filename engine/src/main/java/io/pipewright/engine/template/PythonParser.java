package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.Clause;
import io.pipewright.engine.template.Expr.Comprehension;
import io.pipewright.engine.template.Expr.Comprehension.Result;
import io.pipewright.engine.template.Expr.Link;
import io.pipewright.engine.template.Expr.Pair;
import io.pipewright.engine.template.Expr.Parameter;
import io.pipewright.engine.template.Sequence.TupleValue;
import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Parses Python's expressions, as in `block_output(parse=lambda data, variables: …)`. Source: the
/// Python grammar, without f-strings, `await`, `yield`, `:=` and starred displays.
final class PythonParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /// Operators from the loosest to the tightest.
    private static final List<Set<String>> LEVELS =
            List.of(
                    Set.of("|"),
                    Set.of("^"),
                    Set.of("&"),
                    Set.of("<<", ">>"),
                    Set.of("+", "-"),
                    Set.of("*", "/", "//", "%"));

    private final TokenStream tokens;
    private final PostfixParser postfix;

    PythonParser(TokenStream tokens) {
        this.tokens = tokens;
        this.postfix = new PostfixParser(tokens, this::expression, true);
    }

    Expr expression() {
        tokens.enter();
        var result = tokens.isName("lambda") ? lambda() : conditional();
        tokens.leave();
        return result;
    }

    private Expr lambda() {
        var line = tokens.next().line();
        var parameters = new ArrayList<Parameter>();
        while (!tokens.isSign(":")) {
            var stars = tokens.skipSign("**") ? "**" : tokens.skipSign("*") ? "*" : "";
            var name = stars + tokens.expectName();
            Optional<Expr> otherwise = Optional.empty();
            if (tokens.skipSign("=")) otherwise = Optional.of(expression());
            parameters.add(new Parameter(name, otherwise));
            if (!tokens.isSign(":")) tokens.expectSign(",");
        }
        tokens.expectSign(":");
        return new Expr.Lambda(line, parameters, expression());
    }

    private Expr conditional() {
        var line = tokens.line();
        var then = or();
        if (!tokens.skipName("if")) return then;
        var test = or();
        tokens.expectName("else");
        return new Expr.Conditional(line, test, then, Optional.of(expression()));
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
        var first = binary(0);
        var links = new ArrayList<Link>();
        while (true) {
            var operator = comparisonSign();
            if (operator.isEmpty()) break;
            links.add(new Link(operator, binary(0)));
        }
        return links.isEmpty() ? first : new Expr.Comparing(line, first, links);
    }

    private String comparisonSign() {
        if (!tokens.skipName("is")) return postfix.comparisonSign(COMPARISONS);
        return tokens.skipName("not") ? "is not" : "is";
    }

    private Expr binary(int level) {
        if (level == LEVELS.size()) return unary();
        var left = binary(level + 1);
        for (var parts = 0; isOneOf(LEVELS.get(level)); parts++) {
            tokens.chain(parts);
            var sign = tokens.next();
            left = new Expr.Binary(sign.line(), Operator.of(sign.text()), left, binary(level + 1));
        }
        return left;
    }

    private boolean isOneOf(Set<String> signs) {
        return tokens.is(Kind.SIGN) && signs.contains(tokens.current().text());
    }

    private Expr unary() {
        tokens.enter();
        var line = tokens.line();
        Expr result;
        if (tokens.skipSign("-")) result = new Expr.Negative(line, unary());
        else if (tokens.skipSign("+")) result = new Expr.Positive(line, unary());
        else result = power();
        tokens.leave();
        return result;
    }

    private Expr power() {
        var base = postfix.trailing(primary());
        if (!tokens.isSign("**")) return base;
        return new Expr.Binary(tokens.next().line(), Operator.POWER, base, unary());
    }

    private Expr primary() {
        var line = tokens.line();
        if (tokens.skipSign("(")) return parenthesised(line);
        if (tokens.skipSign("[")) return list(line);
        if (tokens.skipSign("{")) return dictOrSet(line);
        if (tokens.is(Kind.NAME)) return name();
        return postfix.literal();
    }

    private Expr name() {
        var token = tokens.next();
        if (tokens.is(Kind.STRING)) {
            throw tokens.problem("a prefix as in " + token.text() + "'…' is not supported");
        }
        return switch (token.text()) {
            case "True" -> new Expr.Literal(token.line(), Num.Bool.TRUE);
            case "False" -> new Expr.Literal(token.line(), Num.Bool.FALSE);
            case "None" -> new Expr.Literal(token.line(), None.NONE);
            default -> postfix.required(new Expr.Name(token.line(), token.text()));
        };
    }

    private Expr parenthesised(int line) {
        if (tokens.skipSign(")")) return new Expr.Literal(line, TupleValue.EMPTY);
        var first = expression();
        if (tokens.isName("for"))
            return closed(comprehension(line, Result.GENERATOR, first, first), ")");
        if (!tokens.isSign(",")) return closed(first, ")");
        tokens.next();
        var items = new ArrayList<>(List.of(first));
        items.addAll(postfix.items(")"));
        return new Expr.TupleDisplay(line, items);
    }

    private Expr list(int line) {
        if (tokens.skipSign("]")) return new Expr.ListDisplay(line, List.of());
        var first = expression();
        if (tokens.isName("for"))
            return closed(comprehension(line, Result.LIST, first, first), "]");
        return new Expr.ListDisplay(line, following(first, "]"));
    }

    private List<Expr> following(Expr first, String close) {
        var items = new ArrayList<>(List.of(first));
        if (!tokens.isSign(close)) tokens.expectSign(",");
        items.addAll(postfix.items(close));
        return items;
    }

    private Expr dictOrSet(int line) {
        if (tokens.skipSign("}")) return new Expr.DictDisplay(line, List.of());
        var first = expression();
        if (tokens.isName("for")) return closed(comprehension(line, Result.SET, first, first), "}");
        if (!tokens.skipSign(":")) return new Expr.SetDisplay(line, following(first, "}"));
        var value = expression();
        if (tokens.isName("for"))
            return closed(comprehension(line, Result.DICT, first, value), "}");
        var pairs = new ArrayList<>(List.of(new Pair(first, value)));
        if (!tokens.isSign("}")) tokens.expectSign(",");
        pairs.addAll(postfix.pairs());
        return new Expr.DictDisplay(line, pairs);
    }

    private Expr closed(Expr inner, String close) {
        tokens.expectSign(close);
        return inner;
    }

    Expr comprehension(int line, Result result, Expr element, Expr value) {
        var clauses = new ArrayList<Clause>();
        while (tokens.skipName("for")) {
            var target = new TargetParser(tokens).target(Set.of("in"));
            tokens.expectName("in");
            var items = or();
            var conditions = new ArrayList<Expr>();
            while (tokens.skipName("if")) conditions.add(or());
            clauses.add(new Clause(target, items, conditions));
        }
        return new Comprehension(line, result, element, value, clauses);
    }
}
