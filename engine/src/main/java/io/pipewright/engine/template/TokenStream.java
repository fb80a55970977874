package io.pipewright.engine.template;

import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tokens in order, with the parser's place among them and what it keeps in mind.
final class TokenStream {
    private static final int DEEPEST = 150;
    private static final int LONGEST_CHAIN = 1_000;

    private final List<Token> tokens;
    private final Set<String> names = new HashSet<>();
    private final List<TemplateException> pending = new ArrayList<>();
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    Token next() {
        var token = current();
        if (token.kind() != Kind.END) at++;
        return token;
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int line() {
        return current().line();
    }

    boolean is(Kind kind) {
        return current().kind() == kind;
    }

    boolean isSign(String sign) {
        return current().isSign(sign);
    }

    boolean isName(String name) {
        return current().isName(name);
    }

    boolean skipSign(String sign) {
        if (!isSign(sign)) return false;
        next();
        return true;
    }

    boolean skipName(String name) {
        if (!isName(name)) return false;
        next();
        return true;
    }

    void expectSign(String sign) {
        if (!skipSign(sign)) throw expected("'" + sign + "'");
    }

    void expectName(String name) {
        if (!skipName(name)) throw expected("'" + name + "'");
    }

    String expectName() {
        if (!is(Kind.NAME)) throw expected("a name");
        return next().text();
    }

    void expect(Kind kind, String described) {
        if (!is(kind)) throw expected(described);
        next();
    }

    TemplateException expected(String wanted) {
        return problem("expected " + wanted + " but found " + current().described());
    }

    TemplateException problem(String problem) {
        return TemplateException.at(line(), problem);
    }

    /// Names used since the start, for macros that ask whether their body uses `caller`.
    Set<String> names() {
        return names;
    }

    void enter() {
        if (++depth > DEEPEST) throw problem("nested more than " + DEEPEST + " levels deep");
    }

    void leave() {
        depth--;
    }

    /// Guards a loop that makes a tree one level deeper each round.
    void chain(int length) {
        if (length > LONGEST_CHAIN) {
            throw problem("an expression has more than " + LONGEST_CHAIN + " parts in a row");
        }
    }

    /// Keeps a failure that counts only if what holds it turns out not to be a condition: inside one an
    /// unknown filter fails when it is reached, as in Jinja2.
    void pend(TemplateException failure) {
        pending.add(failure);
    }

    int pending() {
        return pending.size();
    }

    void forgetPendingSince(int mark) {
        pending.subList(mark, pending.size()).clear();
    }

    void failIfPending() {
        if (!pending.isEmpty()) throw pending.getFirst();
    }
}
