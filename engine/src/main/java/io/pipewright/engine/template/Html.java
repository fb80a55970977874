package io.pipewright.engine.template;

/// Escapes for HTML, with the same five entities as Jinja2's `escape`.
final class Html {
    private Html() {}

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            switch (unit) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(unit);
            }
        }
        return out.toString();
    }

    static Text escape(Rendering rendering, Value value) {
        if (value instanceof Text text && text.markup()) return text;
        var plain = rendering.str(value);
        rendering.meter().text(plain.length() * 5L);
        return Text.markup(escape(plain));
    }

    /// The words of a text without tags and comments, entities read back.
    static String withoutTags(String text) {
        var out = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var open = text.indexOf('<', at);
            var close = open < 0 ? -1 : close(text, open);
            if (close < 0) break;
            out.append(text, at, open);
            at = close;
        }
        var plain = unescape(out.append(text.substring(at)).toString());
        return String.join(" ", plain.strip().split("\\s+"));
    }

    private static int close(String text, int open) {
        var comment = text.startsWith("<!--", open);
        var end = text.indexOf(comment ? "-->" : ">", open);
        return end < 0 ? -1 : end + (comment ? 3 : 1);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }
}
