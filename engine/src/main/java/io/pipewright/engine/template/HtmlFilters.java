package io.pipewright.engine.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// Filters for HTML and addresses.
final class HtmlFilters {
    private HtmlFilters() {}

    static void register() {
        Filters.add("escape", "", (r, in, a) -> Html.escape(r, in));
        Filters.add("e", "", (r, in, a) -> Html.escape(r, in));
        Filters.add("forceescape", "", (r, in, a) -> Html.escape(r, Text.of(r.str(in))));
        Filters.add("safe", "", (r, in, a) -> Text.markup(r.str(in)));
        Filters.add("striptags", "", (r, in, a) -> Text.of(Html.withoutTags(r.str(in))));
        Filters.add("xmlattr", "autospace?", HtmlFilters::xmlAttributes);
        Filters.add("urlencode", "", HtmlFilters::urlEncode);
        Filters.add(
                "urlize", "trim_url_limit? nofollow? target? rel? extra_schemes?", Urlize::apply);
    }

    private static Value xmlAttributes(Rendering rendering, Value input, Bound arguments) {
        if (!(input instanceof DictValue dict)) {
            throw TemplateException.of("xmlattr needs a dict, not " + input.typeName());
        }
        var parts = new ArrayList<String>();
        for (var entry : dict.entries().entrySet()) {
            var value = entry.getValue();
            if (value == None.NONE || value instanceof Undefined) continue;
            var key = rendering.str(entry.getKey());
            if (key.chars().anyMatch(c -> " \t\n\r\f\u000b/>=".indexOf(c) >= 0)) {
                throw TemplateException.of("Invalid character in attribute name: '" + key + "'");
            }
            parts.add(Html.escape(key) + "=\"" + Html.escape(rendering, value).value() + "\"");
        }
        var text = String.join(" ", parts);
        if (!text.isEmpty() && arguments.truth(0, true)) text = " " + text;
        return new Text(text, rendering.autoescapes());
    }

    private static Value urlEncode(Rendering rendering, Value input, Bound arguments) {
        if (input instanceof Text || !Rendering.isIterable(input)) {
            return Text.of(quoted(rendering.str(input), false));
        }
        var pairs =
                input instanceof DictValue dict ? new DictView(dict, DictView.Part.ITEMS) : input;
        var parts = new ArrayList<String>();
        for (var pair : rendering.list(pairs)) {
            var two = rendering.list(pair);
            if (two.size() != 2)
                throw TemplateException.of("urlencode needs pairs of name and value");
            parts.add(
                    quoted(rendering.str(two.getFirst()), true)
                            + "="
                            + quoted(rendering.str(two.getLast()), true));
        }
        return Text.of(String.join("&", parts));
    }

    private static String quoted(String text, boolean inQuery) {
        var encoded =
                URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("*", "%2A")
                        .replace("%7E", "~");
        return inQuery ? encoded : encoded.replace("+", "%20").replace("%2F", "/");
    }
}
