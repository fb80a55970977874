package io.pipewright.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The theme, our style sheets and the fonts that come with the program.
public final class StyleSheets {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> SHEETS =
            List.of(
                    "tokens",
                    "controls",
                    "cards",
                    "tables",
                    "shell",
                    "pipeline-page",
                    "palette",
                    "welcome",
                    "pipelines",
                    "notebook",
                    "data",
                    "graph",
                    "charts",
                    "runs");
    private static final List<String> FONTS =
            List.of(
                    "Inter_400Regular",
                    "Inter_500Medium",
                    "Inter_600SemiBold",
                    "JetBrainsMono_400Regular",
                    "JetBrainsMono_500Medium");

    private StyleSheets() {}

    /// Once, before the first scene.
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream file = resource("fonts/" + font + ".ttf").openStream()) {
                if (Font.loadFont(file, 13) == null)
                    throw new IllegalStateException("Font " + font + " is unreadable");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// Dresses a scene, now and whenever the theme changes.
    public static void dress(Scene scene, Theme theme) {
        for (String sheet : SHEETS)
            scene.getStylesheets().add(resource("css/" + sheet + ".css").toExternalForm());
        theme.darkProperty()
                .subscribe(
                        dark -> {
                            Application.setUserAgentStylesheet(
                                    (dark ? new PrimerDark() : new PrimerLight())
                                            .getUserAgentStylesheet());
                            scene.getRoot().pseudoClassStateChanged(DARK, dark);
                        });
    }

    private static java.net.URL resource(String name) {
        return Objects.requireNonNull(
                StyleSheets.class.getResource("/io/pipewright/app/" + name),
                () -> name + " is not in the program");
    }
}
