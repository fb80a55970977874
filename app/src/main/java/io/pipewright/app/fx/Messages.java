package io.pipewright.app.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by key `feature.thing.text`.
public final class Messages {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("io.pipewright.app.messages", Locale.ENGLISH);

    private Messages() {}

    /// The text of `key` with `{0}`, `{1}` … filled in; give figures as text, already rounded for people.
    public static String get(String key, Object... values) {
        String pattern = BUNDLE.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }

    /// The text of `key` for `count` things: `key.one` for one, else `key.many`, both with `{0}` the count.
    public static String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".many"), Figures.whole(count));
    }
}
