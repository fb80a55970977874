package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.ListValue;
import java.math.BigInteger;
import java.util.ArrayList;

/// Reads JSON into values, as Python's `json.loads` does. Source: RFC 8259, plus NaN and Infinity.
final class JsonReader {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static Value read(String text) {
        var reader = new JsonReader(text);
        var value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) throw reader.problem("there is more after the value");
        return value;
    }

    private Value value() {
        skipSpace();
        if (at == text.length()) throw problem("the text ends where a value is expected");
        return switch (text.charAt(at)) {
            case '{' -> dict();
            case '[' -> list();
            case '"' -> Text.of(string());
            default -> word();
        };
    }

    private Value dict() {
        enter();
        var dict = DictValue.empty();
        at++;
        skipSpace();
        while (!take('}')) {
            if (!dict.entries().isEmpty()) expect(',');
            skipSpace();
            var key = string();
            skipSpace();
            expect(':');
            dict.put(key, value());
            skipSpace();
        }
        depth--;
        return dict;
    }

    private Value list() {
        enter();
        var items = new ArrayList<Value>();
        at++;
        skipSpace();
        while (!take(']')) {
            if (!items.isEmpty()) expect(',');
            items.add(value());
            skipSpace();
        }
        depth--;
        return new ListValue(items);
    }

    private void enter() {
        if (++depth > DEEPEST) throw problem("it is nested too deeply");
    }

    private String string() {
        if (!take('"')) throw problem("expected a string");
        var out = new StringBuilder();
        while (true) {
            if (at == text.length()) throw problem("a string is not closed");
            var unit = text.charAt(at++);
            if (unit == '"') return out.toString();
            if (unit < ' ') throw problem("a control character in a string");
            out.append(unit == '\\' ? escape() : unit);
        }
    }

    private char escape() {
        if (at == text.length()) throw problem("a string is not closed");
        var code = text.charAt(at++);
        return switch (code) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> code;
            case 'u' -> unicode();
            default -> throw problem("an unknown escape \\" + code);
        };
    }

    private char unicode() {
        var digits = at + 4 <= text.length() ? text.substring(at, at + 4) : "";
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw problem("a \\u escape is cut short");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Value word() {
        var start = at;
        while (at < text.length() && ",:]}\" \t\r\n".indexOf(text.charAt(at)) < 0) at++;
        var word = text.substring(start, at);
        return switch (word) {
            case "null" -> None.NONE;
            case "true" -> Num.Bool.TRUE;
            case "false" -> Num.Bool.FALSE;
            case "NaN" -> new Num.Real(Double.NaN);
            case "Infinity" -> new Num.Real(Double.POSITIVE_INFINITY);
            case "-Infinity" -> new Num.Real(Double.NEGATIVE_INFINITY);
            default -> number(word, start);
        };
    }

    private Value number(String word, int start) {
        if (word.length() < 4300) {
            if (word.matches("-?(0|[1-9]\\d*+)")) return new Num.Int(new BigInteger(word));
            if (word.matches("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?")) {
                return new Num.Real(Double.parseDouble(word));
            }
        }
        at = start;
        throw problem("expected a value");
    }

    private boolean take(char wanted) {
        if (at == text.length() || text.charAt(at) != wanted) return false;
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!take(wanted)) throw problem("expected '" + wanted + "'");
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    // The text may be a secret: it is not quoted.
    private TemplateException problem(String problem) {
        return TemplateException.of(
                "this is no JSON: " + problem + " (character " + (at + 1) + ")");
    }
}
