package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// `urlize`: words that look like addresses become links.
final class Urlize {
    // The text is escaped before: these are what brackets and quotes have become.
    private static final List<String> OPENING = List.of("(", "&lt;");
    private static final List<String> CLOSING = List.of(")", "&gt;", ".", ",");

    private Urlize() {}

    static Value apply(Rendering rendering, Value input, Bound arguments) {
        var most = arguments.integer(0, Integer.MAX_VALUE);
        var rel = new TreeSet<String>();
        rel.add("noopener");
        if (arguments.truth(1, false)) rel.add("nofollow");
        for (var word : arguments.text(3, "").split(" ", -1)) if (!word.isEmpty()) rel.add(word);
        var extra = " rel=\"" + Html.escape(String.join(" ", rel)) + "\"";
        var target = arguments.text(2, "");
        if (!target.isEmpty()) extra += " target=\"" + Html.escape(target) + "\"";
        var out = new StringBuilder();
        for (var word : words(Html.escape(rendering, input).value())) {
            out.append(linked(word, most, extra));
            rendering.meter().text(out.length());
        }
        return new Text(out.toString(), rendering.autoescapes());
    }

    private static Iterable<String> words(String text) {
        var words = new ArrayList<String>();
        var start = 0;
        for (var i = 1; i <= text.length(); i++) {
            if (i < text.length()
                    && Chars.isSpace(text.charAt(i)) == Chars.isSpace(text.charAt(i - 1))) continue;
            words.add(text.substring(start, i));
            start = i;
        }
        return words;
    }

    private static String linked(String word, int most, String extra) {
        var start = opening(word);
        var end = closing(word, start);
        var middle = word.substring(start, end);
        var address = address(middle);
        if (address.isEmpty()) return word;
        if (middle.startsWith("mailto:")) middle = middle.substring("mailto:".length());
        var shown = Chars.length(middle) > most ? Chars.part(middle, 0, most) + "..." : middle;
        var attributes = address.startsWith("mailto:") ? "" : extra;
        return word.substring(0, start)
                + "<a href=\""
                + address
                + "\""
                + attributes
                + ">"
                + shown
                + "</a>"
                + word.substring(end);
    }

    private static int opening(String word) {
        var start = 0;
        for (var sign : OPENING) if (word.startsWith(sign, start)) start += sign.length();
        return start;
    }

    private static int closing(String word, int start) {
        var end = word.length();
        for (var found = true; found; ) {
            found = false;
            for (var sign : CLOSING) {
                if (end - sign.length() <= start || !word.startsWith(sign, end - sign.length()))
                    continue;
                end -= sign.length();
                found = true;
            }
        }
        return end;
    }

    private static String address(String word) {
        var lower = TextMethods.lower(word);
        if (lower.startsWith("http://") || lower.startsWith("https://")) return word;
        if (lower.startsWith("mailto:") && isMail(word.substring(7))) return word;
        if (isMail(word)) return "mailto:" + word;
        var host = lower.contains("/") ? lower.substring(0, lower.indexOf('/')) : lower;
        var known = host.endsWith(".com") || host.endsWith(".org") || host.endsWith(".net");
        var named = host.length() > 4 && isHost(host);
        return named && (known || host.startsWith("www.")) ? "https://" + word : "";
    }

    private static boolean isMail(String word) {
        var at = word.indexOf('@');
        var host = word.substring(at + 1);
        return at > 0 && !word.startsWith("www.") && host.indexOf('.') > 0 && isHost(host);
    }

    private static boolean isHost(String host) {
        return host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }
}
