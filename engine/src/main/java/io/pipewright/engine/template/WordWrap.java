package io.pipewright.engine.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Breaks one line of text into lines of at most `width` characters. Source: the rules of Python's
/// `textwrap.wrap` without expanding tabs.
record WordWrap(int width, boolean breaksLongWords, boolean breaksOnHyphens) {
    List<String> lines(String text) {
        var chunks = new ArrayDeque<>(chunks(text));
        var lines = new ArrayList<String>();
        while (!chunks.isEmpty()) {
            if (isSpace(chunks.getFirst()) && !lines.isEmpty()) chunks.removeFirst();
            var line = line(chunks);
            if (!line.isEmpty() && isSpace(line.getLast())) line.removeLast();
            if (!line.isEmpty()) lines.add(String.join("", line));
        }
        return lines;
    }

    private List<String> line(Deque<String> chunks) {
        var line = new ArrayList<String>();
        var used = 0;
        while (!chunks.isEmpty() && used + Chars.length(chunks.getFirst()) <= width) {
            used += Chars.length(chunks.getFirst());
            line.add(chunks.removeFirst());
        }
        if (!chunks.isEmpty() && Chars.length(chunks.getFirst()) > width) {
            var word = chunks.removeFirst();
            var room = width - used;
            if (breaksLongWords) {
                var cut = cut(word, room);
                line.add(Chars.part(word, 0, cut));
                chunks.addFirst(Chars.part(word, cut, Chars.length(word)));
            } else if (line.isEmpty()) {
                line.add(word);
            } else {
                chunks.addFirst(word);
            }
        }
        return line;
    }

    private int cut(String word, int room) {
        if (!breaksOnHyphens) return room;
        var hyphen = Chars.part(word, 0, room).lastIndexOf('-');
        var letterBefore = hyphen > 0 && word.substring(0, hyphen).chars().anyMatch(c -> c != '-');
        return letterBefore ? hyphen + 1 : room;
    }

    private static boolean isSpace(String chunk) {
        return chunk.isBlank();
    }

    /// Words and the white space between them; a word may be cut after a hyphen between letters.
    private List<String> chunks(String text) {
        var chunks = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            if (i > start && breaksBefore(text, start, i)) {
                chunks.add(text.substring(start, i));
                start = i;
            }
        }
        if (start < text.length()) chunks.add(text.substring(start));
        return chunks;
    }

    private boolean breaksBefore(String text, int start, int at) {
        var before = Character.isWhitespace(text.charAt(at - 1));
        if (before != Character.isWhitespace(text.charAt(at))) return true;
        if (before || !breaksOnHyphens || text.charAt(at - 1) != '-') return false;
        return at - start >= 3
                && isLetter(text, at - 2)
                && isLetter(text, at - 3)
                && isLetter(text, at)
                && (isLetter(text, at + 1)
                        || (at + 1 < text.length() && text.charAt(at + 1) == '-'));
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length()
                && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_');
    }
}
