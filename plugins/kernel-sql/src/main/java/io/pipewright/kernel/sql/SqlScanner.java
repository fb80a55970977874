package io.pipewright.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks over SQL text without looking into quoted names, texts, dollar quotes and comments.
final class SqlScanner {

    /// One statement of a text.
    ///
    /// @param text without the semicolon
    /// @param line of its first sign, counted from 1
    record Part(String text, int line) {}

    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$");

    private final String text;
    private int position;

    private SqlScanner(String text) {
        this.text = text;
    }

    /// Splits at semicolons. Parts without anything but blanks and comments are left out.
    static List<Part> split(String text) {
        var scanner = new SqlScanner(text);
        var parts = new ArrayList<Part>();
        int start = 0;
        while (scanner.position < text.length()) {
            if (text.charAt(scanner.position) == ';') {
                add(parts, text, start, scanner.position);
                start = scanner.position + 1;
            }
            scanner.step();
        }
        add(parts, text, start, text.length());
        return parts;
    }

    private static void add(List<Part> parts, String text, int start, int end) {
        if (withoutQuotedAndComments(text.substring(start, end)).isBlank()) return;
        int first = start;
        while (Character.isWhitespace(text.charAt(first))) first++;
        int line = 1 + (int) text.substring(0, first).chars().filter(sign -> sign == '\n').count();
        parts.add(new Part(text.substring(first, end).stripTrailing(), line));
    }

    /// The text with comments as one blank and quoted texts as `''`; quoted names stay.
    static String withoutQuotedAndComments(String text) {
        var scanner = new SqlScanner(text);
        var result = new StringBuilder();
        while (scanner.position < text.length()) {
            int start = scanner.position;
            switch (scanner.step()) {
                case CODE -> result.append(text, start, scanner.position);
                case TEXT -> result.append("''");
                case COMMENT -> result.append(' ');
            }
        }
        return result.toString();
    }

    private enum Piece {
        CODE,
        TEXT,
        COMMENT
    }

    /// Moves behind the next piece: one sign of code, a quoted name, a quoted text, or a comment.
    private Piece step() {
        char sign = text.charAt(position);
        if (text.startsWith("--", position)) return skip(Piece.COMMENT, endOfLine());
        if (text.startsWith("/*", position)) return skip(Piece.COMMENT, endOfBlockComment());
        if (sign == '\'') return skip(Piece.TEXT, endOfQuote('\'', escapes()));
        if (sign == '"') return skip(Piece.CODE, endOfQuote('"', false));
        if (sign == '$') {
            Matcher tag = DOLLAR_TAG.matcher(text).region(position, text.length());
            if (tag.lookingAt()) return skip(Piece.TEXT, behind(tag.group(), tag.end()));
        }
        return skip(Piece.CODE, position + 1);
    }

    private Piece skip(Piece piece, int end) {
        position = end;
        return piece;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private int endOfBlockComment() {
        int depth = 0;
        for (int i = position; i < text.length() - 1; i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                i++;
                if (--depth == 0) return i + 1;
            }
        }
        return text.length();
    }

    // E'it\'s' is the only kind of text in which a backslash means something.
    private boolean escapes() {
        return position > 0
                && (text.charAt(position - 1) | 0x20) == 'e'
                && (position == 1 || !Character.isJavaIdentifierPart(text.charAt(position - 2)));
    }

    private int endOfQuote(char quote, boolean escapes) {
        for (int i = position + 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (escapes && sign == '\\') i++;
            // A doubled quote ends one piece and starts the next: the same in effect.
            else if (sign == quote) return i + 1;
        }
        return text.length();
    }

    private int behind(String tag, int from) {
        int end = text.indexOf(tag, from);
        return end < 0 ? text.length() : end + tag.length();
    }
}
