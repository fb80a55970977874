package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.FilterCall;
import io.pipewright.engine.template.Expr.Parameter;
import io.pipewright.engine.template.Expr.Target;
import io.pipewright.engine.template.Stmt.MacroCode;
import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Parses a template's text and tags.
final class TemplateParser {
    private static final Set<String> OTHER_TEMPLATES =
            Set.of("include", "import", "from", "extends");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Set<String> blocks = new HashSet<>();

    private TemplateParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    static List<Stmt> parse(String text) {
        var tokens = new TokenStream(Lexer.template(text));
        var body = new TemplateParser(tokens).body(Set.of(), "", 0);
        tokens.failIfPending();
        return body;
    }

    /// Everything up to one of the tags in `ends`, whose name is then the current token.
    private List<Stmt> body(Set<String> ends, String opener, int openerLine) {
        tokens.enter();
        var body = new ArrayList<Stmt>();
        while (true) {
            var token = tokens.current();
            switch (token.kind()) {
                case DATA -> body.add(new Stmt.Data(tokens.next().text()));
                case PRINT_BEGIN -> body.add(print());
                case TAG_BEGIN -> {
                    tokens.next();
                    if (tokens.is(Kind.NAME) && ends.contains(tokens.current().text())) {
                        tokens.leave();
                        return body;
                    }
                    body.add(tag(opener, openerLine));
                }
                case END -> {
                    if (!ends.isEmpty()) throw unclosed(opener, openerLine);
                    tokens.leave();
                    return body;
                }
                case PRINT_END, TAG_END, NAME, STRING, INTEGER, FLOAT, SIGN ->
                        throw tokens.expected("text or a tag");
            }
        }
    }

    private static TemplateException unclosed(String opener, int line) {
        return TemplateException.at(
                line, "the tag '" + opener + "' is not closed", "Add {% end" + opener + " %}");
    }

    private Stmt print() {
        var line = tokens.next().line();
        var expr = expressions.tuple(true);
        tokens.expect(Kind.PRINT_END, "'}}'");
        return new Stmt.Print(line, expr);
    }

    /// A body that ends with `end…`; a colon may stand at the end of the opening tag.
    private List<Stmt> bodyOf(String tag, int line) {
        return bodyOf(tag, "", line);
    }

    private List<Stmt> bodyOf(String tag, String name, int line) {
        openBody();
        var body = body(Set.of("end" + tag), tag, line);
        tokens.next();
        if (tag.equals("block")) tokens.skipName(name);
        closeTag();
        return body;
    }

    private void openBody() {
        tokens.skipSign(":");
        closeTag();
    }

    private void closeTag() {
        tokens.expect(Kind.TAG_END, "'%}'");
    }

    private Stmt tag(String opener, int openerLine) {
        var line = tokens.line();
        if (!tokens.is(Kind.NAME)) throw tokens.expected("the name of a tag");
        var tag = tokens.next().text();
        return switch (tag) {
            case "if" -> conditional(line);
            case "for" -> loop(line);
            case "set" -> assignment(line);
            case "with" -> with(line);
            case "filter" -> filterBlock(line);
            case "macro" -> macro(line);
            case "call" -> callBlock(line);
            case "block" -> block(line);
            case "print" -> printTag(line);
            case "autoescape" -> autoescape(line);
            default -> {
                if (OTHER_TEMPLATES.contains(tag)) yield otherTemplate(line, tag);
                throw unknownTag(line, tag, opener, openerLine);
            }
        };
    }

    private static TemplateException unknownTag(
            int line, String tag, String opener, int openerLine) {
        if (opener.isEmpty()) {
            var ends = tag.startsWith("end") || tag.equals("else") || tag.equals("elif");
            return TemplateException.at(
                    line, ends ? "'" + tag + "' closes nothing here" : "unknown tag '" + tag + "'");
        }
        return TemplateException.at(
                line,
                "unknown tag '" + tag + "' inside '" + opener + "' of line " + openerLine,
                "The tag expected next is {% end" + opener + " %}");
    }

    private Stmt conditional(int line) {
        var mark = tokens.pending();
        var branches = new ArrayList<Stmt.Branch>();
        do {
            var test = expressions.tuple(false);
            openBody();
            branches.add(new Stmt.Branch(test, body(Set.of("elif", "else", "endif"), "if", line)));
        } while (tokens.skipName("elif"));
        List<Stmt> otherwise = List.of();
        if (tokens.next().isName("else")) {
            openBody();
            otherwise = body(Set.of("endif"), "if", line);
            tokens.next();
        }
        closeTag();
        tokens.forgetPendingSince(mark);
        return new Stmt.If(line, branches, otherwise);
    }

    private Stmt loop(int line) {
        var target = new TargetParser(tokens).target(Set.of("in"));
        tokens.expectName("in");
        var items = expressions.tuple(false, Set.of("recursive"));
        Optional<Expr> condition = Optional.empty();
        if (tokens.skipName("if")) condition = Optional.of(expressions.expression());
        var head = new Stmt.LoopHead(target, items, condition, tokens.skipName("recursive"));
        openBody();
        var body = body(Set.of("else", "endfor"), "for", line);
        List<Stmt> otherwise = List.of();
        if (tokens.next().isName("else")) {
            openBody();
            otherwise = body(Set.of("endfor"), "for", line);
            tokens.next();
        }
        closeTag();
        return new Stmt.For(line, head, body, otherwise);
    }

    private Stmt assignment(int line) {
        var target = assignmentTarget(line);
        if (tokens.skipSign("=")) {
            var value = expressions.tuple(true);
            closeTag();
            return new Stmt.Assign(line, target, value);
        }
        var filters = filters();
        return new Stmt.AssignBlock(line, target, filters, bodyOf("set", line));
    }

    private Target assignmentTarget(int line) {
        if (!tokens.ahead().isSign(".")) return new TargetParser(tokens).target(Set.of());
        var namespace = tokens.expectName();
        tokens.names().add(namespace);
        tokens.expectSign(".");
        return new Target.ToNamespace(line, namespace, tokens.expectName());
    }

    private List<FilterCall> filters() {
        var filters = new ArrayList<FilterCall>();
        while (tokens.skipSign("|")) filters.add(expressions.filterCall(false));
        return filters;
    }

    private Stmt with(int line) {
        var targets = new ArrayList<Target>();
        var values = new ArrayList<Expr>();
        while (!tokens.is(Kind.TAG_END) && !tokens.isSign(":")) {
            if (!targets.isEmpty()) tokens.expectSign(",");
            targets.add(new Target.ToName(new TargetParser(tokens).name()));
            tokens.expectSign("=");
            values.add(expressions.expression());
        }
        return new Stmt.With(line, targets, values, bodyOf("with", line));
    }

    private Stmt filterBlock(int line) {
        var filters = new ArrayList<FilterCall>();
        filters.add(expressions.filterCall(false));
        filters.addAll(filters());
        return new Stmt.FilterBlock(line, filters, bodyOf("filter", line));
    }

    private Stmt macro(int line) {
        var name = new TargetParser(tokens).name();
        var parameters = parameters();
        return new Stmt.MacroDefinition(line, macroCode(name, parameters, "macro", line));
    }

    private MacroCode macroCode(String name, List<Parameter> parameters, String tag, int line) {
        var outside = Set.copyOf(tokens.names());
        tokens.names().removeAll(MacroCode.EXTRAS);
        var body = bodyOf(tag, line);
        var extras = new HashSet<>(MacroCode.EXTRAS);
        extras.retainAll(tokens.names());
        tokens.names().addAll(outside);
        return new MacroCode(name, parameters, Set.copyOf(extras), body);
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        tokens.expectSign("(");
        while (!tokens.isSign(")")) {
            if (!parameters.isEmpty()) tokens.expectSign(",");
            var name = new TargetParser(tokens).name();
            Optional<Expr> otherwise = Optional.empty();
            if (tokens.skipSign("=")) otherwise = Optional.of(expressions.expression());
            else if (!parameters.isEmpty() && parameters.getLast().otherwise().isPresent()) {
                throw tokens.problem(
                        "the parameter '" + name + "' needs a default, like the one before");
            }
            parameters.add(new Parameter(name, otherwise));
        }
        tokens.expectSign(")");
        return parameters;
    }

    private Stmt callBlock(int line) {
        var parameters = tokens.isSign("(") ? parameters() : List.<Parameter>of();
        var call = expressions.expression();
        if (!(call instanceof Expr.Call)) throw tokens.expected("a call");
        return new Stmt.CallBlock(line, macroCode("caller", parameters, "call", line), call);
    }

    private Stmt block(int line) {
        var name = tokens.expectName();
        if (!blocks.add(name))
            throw TemplateException.at(line, "there are two blocks '" + name + "'");
        var scoped = tokens.skipName("scoped");
        if (tokens.skipName("required")) {
            throw TemplateException.at(line, "a required block has no template that fills it");
        }
        return new Stmt.Block(line, name, scoped, bodyOf("block", name, line));
    }

    private Stmt printTag(int line) {
        var parts = new ArrayList<>(List.of(expressions.expression()));
        while (tokens.skipSign(",")) parts.add(expressions.expression());
        closeTag();
        return new Stmt.Print(line, new Expr.Concatenation(line, parts));
    }

    private Stmt autoescape(int line) {
        var on = expressions.expression();
        return new Stmt.Autoescape(line, on, bodyOf("autoescape", line));
    }

    private Stmt otherTemplate(int line, String tag) {
        while (!tokens.is(Kind.TAG_END)) {
            if (tokens.is(Kind.END)) throw tokens.expected("'%}'");
            tokens.next();
        }
        closeTag();
        return new Stmt.OtherTemplate(line, tag);
    }
}
