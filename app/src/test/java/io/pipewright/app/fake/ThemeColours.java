package io.pipewright.app.fake;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The looked-up colours of a theme, read from its style sheets.
public final class ThemeColours {

    private static final Pattern TOKEN = Pattern.compile("(-(?:color|pw)-[\\w-]+):\\s*([^;]+);");
    private static final Pattern ROOT = Pattern.compile("\\.root(:dark)?\\s*\\{([^}]*)\\}");

    private final Map<String, String> tokens = new HashMap<>();

    private ThemeColours() {}

    public static ThemeColours of(boolean dark) {
        var colours = new ThemeColours();
        var theme = dark ? new PrimerDark() : new PrimerLight();
        colours.read(theme.getUserAgentStylesheet(), dark);
        colours.read("/io/pipewright/app/css/tokens.css", dark);
        return colours;
    }

    /// How well `text` can be told from `back` when that lies over `page`. From 1 to 21.
    public double contrast(String text, String back, String page) {
        Color ground = over(colour(back), colour(page));
        double one = luminance(over(colour(text), ground));
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private void read(String sheet, boolean dark) {
        Matcher roots = ROOT.matcher(text(sheet));
        while (roots.find()) {
            if (roots.group(1) != null && !dark) continue;
            Matcher found = TOKEN.matcher(roots.group(2));
            while (found.find()) tokens.put(found.group(1), found.group(2).strip());
        }
    }

    private Color colour(String token) {
        String value = Objects.requireNonNull(tokens.get(token), token);
        return value.startsWith("-") ? colour(value) : Color.web(value);
    }

    private static Color over(Color front, Color back) {
        double share = front.getOpacity();
        return new Color(
                front.getRed() * share + back.getRed() * (1 - share),
                front.getGreen() * share + back.getGreen() * (1 - share),
                front.getBlue() * share + back.getBlue() * (1 - share),
                1);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String text(String sheet) {
        try (InputStream file =
                Objects.requireNonNull(ThemeColours.class.getResourceAsStream(sheet), sheet)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
