package io.pipewright.engine.template;

import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Cuts a template into tokens. Source: Jinja2's template syntax with its default signs.
final class Lexer {
    private static final Set<String> DOUBLE_SIGNS =
            Set.of("**", "//", "==", "!=", ">=", "<=", "<<", ">>");
    private static final String SIGNS = "+-*/%~[](){}><=.:|,;&^";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> template(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var lexer =
                new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines);
        while (lexer.at < lexer.text.length()) lexer.part();
        return lexer.finished();
    }

    /// A Python expression standing alone.
    static List<Token> expression(String text) {
        var lexer = new Lexer(text.strip());
        lexer.code(Kind.END, "");
        return lexer.finished();
    }

    private List<Token> finished() {
        tokens.add(new Token(Kind.END, "", line));
        return tokens;
    }

    /// Text up to the next opening sign, then what it opens.
    private void part() {
        var start = at;
        var open = start;
        while (open < text.length() && !opens(open)) open++;
        if (open == text.length()) {
            data(text.substring(start));
            at = open;
            return;
        }
        var control = open + 2 < text.length() ? text.charAt(open + 2) : ' ';
        var before = text.substring(start, open);
        var controlled = control == '-' || control == '+';
        data(control == '-' ? Chars.stripEnd(before) : before);
        line += newlines(before) - newlines(control == '-' ? Chars.stripEnd(before) : before);
        at = open + (controlled ? 3 : 2);
        switch (text.charAt(open + 1)) {
            case '#' -> comment();
            case '{' -> code(Kind.PRINT_BEGIN, "{{");
            default -> {
                if (!raw()) code(Kind.TAG_BEGIN, "{%");
            }
        }
    }

    private boolean opens(int index) {
        if (text.charAt(index) != '{' || index + 1 == text.length()) return false;
        var next = text.charAt(index + 1);
        return next == '{' || next == '%' || next == '#';
    }

    private void data(String data) {
        if (!data.isEmpty()) tokens.add(new Token(Kind.DATA, data, line));
        line += newlines(data);
    }

    private static int newlines(String part) {
        return (int) part.chars().filter(c -> c == '\n').count();
    }

    private void comment() {
        // As Jinja2 has it: {# as the very last thing is no error.
        if (at == text.length()) return;
        var end = text.indexOf("#}", at);
        if (end < 0) throw problem("a comment is not closed", "Add #}");
        line += newlines(text.substring(at, end));
        var strips = end > at && text.charAt(end - 1) == '-';
        at = end + 2;
        if (strips) skipSpace();
    }

    /// Reads `raw … endraw` if that is what starts here.
    private boolean raw() {
        var word = afterSpace(at);
        if (!text.startsWith("raw", word)) return false;
        var end = afterSpace(word + 3);
        var strips = text.startsWith("-%}", end);
        if (!strips && !text.startsWith("%}", end)) return false;
        line += newlines(text.substring(at, end));
        at = end + (strips ? 3 : 2);
        if (strips) skipSpace();
        rawText();
        return true;
    }

    private void rawText() {
        for (var open = text.indexOf("{%", at); open >= 0; open = text.indexOf("{%", open + 2)) {
            var stripsBefore = text.startsWith("-", open + 2);
            var word = afterSpace(open + (stripsBefore || text.startsWith("+", open + 2) ? 3 : 2));
            if (!text.startsWith("endraw", word)) continue;
            var end = afterSpace(word + 6);
            var control = text.startsWith("-", end) || text.startsWith("+", end) ? 1 : 0;
            if (!text.startsWith("%}", end + control)) continue;
            var content = text.substring(at, open);
            data(stripsBefore ? Chars.stripEnd(content) : content);
            at = end + control + 2;
            if (text.startsWith("-", end)) skipSpace();
            return;
        }
        throw problem("a raw section is not closed", "Add {% endraw %}");
    }

    private int afterSpace(int from) {
        var index = from;
        while (index < text.length() && Chars.isSpace(text.charAt(index))) index++;
        return index;
    }

    private void skipSpace() {
        var end = afterSpace(at);
        line += newlines(text.substring(at, end));
        at = end;
    }

    /// The tokens of one expression or tag, up to its closing sign; with `END` up to the end of text.
    private void code(Kind begin, String sign) {
        var open = line;
        if (begin != Kind.END) tokens.add(new Token(begin, sign, line));
        Deque<String> brackets = new ArrayDeque<>();
        var close = begin == Kind.PRINT_BEGIN ? "}}" : "%}";
        while (true) {
            skipSpace();
            if (at == text.length()) {
                if (begin == Kind.END) return;
                throw TemplateException.at(open, "'" + sign + "' is not closed", "Add " + close);
            }
            if (begin != Kind.END && brackets.isEmpty() && closes(begin, close)) return;
            token(brackets);
        }
    }

    private boolean closes(Kind begin, String close) {
        var control = text.charAt(at);
        var strips = control == '-' && text.startsWith(close, at + 1);
        var keeps = control == '+' && begin == Kind.TAG_BEGIN && text.startsWith(close, at + 1);
        if (!strips && !keeps && !text.startsWith(close, at)) return false;
        var kind = begin == Kind.PRINT_BEGIN ? Kind.PRINT_END : Kind.TAG_END;
        tokens.add(new Token(kind, close, line));
        at += strips || keeps ? 3 : 2;
        if (strips) skipSpace();
        return true;
    }

    private void token(Deque<String> brackets) {
        var first = text.codePointAt(at);
        if (first == '"' || first == '\'') string((char) first);
        else if (first >= '0' && first <= '9') number();
        else if (Chars.isNameStart(first)) name();
        else sign(brackets);
    }

    private void string(char quote) {
        var end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) throw problem("a string is not closed", "Add " + quote);
        var written = text.substring(at + 1, end);
        tokens.add(new Token(Kind.STRING, StringLiteral.value(written, line), line));
        line += newlines(written);
        at = end + 1;
    }

    private void number() {
        var afterDot =
                !tokens.isEmpty() && tokens.getLast().isSign(".") && text.charAt(at - 1) == '.';
        var end = NumberLiteral.end(text, at, !afterDot);
        var written = text.substring(at, end).replace("_", "");
        var kind = NumberLiteral.isFloat(written) ? Kind.FLOAT : Kind.INTEGER;
        tokens.add(new Token(kind, written, line));
        at = end;
    }

    private void name() {
        var end = at;
        while (end < text.length() && Chars.isNamePart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        tokens.add(new Token(Kind.NAME, text.substring(at, end), line));
        at = end;
    }

    private void sign(Deque<String> brackets) {
        var two = text.substring(at, Math.min(at + 2, text.length()));
        var sign = DOUBLE_SIGNS.contains(two) ? two : two.substring(0, 1);
        if (sign.length() == 1 && SIGNS.indexOf(sign.charAt(0)) < 0) {
            throw unexpected(Character.toString(text.codePointAt(at)));
        }
        balance(sign, brackets);
        tokens.add(new Token(Kind.SIGN, sign, line));
        at += sign.length();
    }

    private TemplateException unexpected(String character) {
        return problem("unexpected character '" + character + "'", "");
    }

    private void balance(String sign, Deque<String> brackets) {
        switch (sign) {
            case "(" -> brackets.push(")");
            case "[" -> brackets.push("]");
            case "{" -> brackets.push("}");
            case ")", "]", "}" -> {
                if (brackets.isEmpty()) throw problem("unexpected '" + sign + "'", "");
                var expected = brackets.pop();
                if (!expected.equals(sign)) {
                    throw problem("unexpected '" + sign + "', expected '" + expected + "'", "");
                }
            }
            default -> {}
        }
    }

    private TemplateException problem(String problem, String hint) {
        return TemplateException.at(line, problem, hint);
    }
}
