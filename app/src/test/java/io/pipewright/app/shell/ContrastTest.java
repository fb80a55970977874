package io.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.ThemeColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// WCAG 2.1, success criterion 1.4.3: 4.5:1 for text of any size.
class ContrastTest {

    private static final double LEAST = 4.5;
    private static final List<String> PAGES = List.of("-color-bg-default", "-color-bg-subtle");
    private static final List<String> STATES = List.of("success", "accent", "warning", "danger");
    private static final List<String> TEXTS = List.of("-color-fg-default", "-color-fg-muted");
    private static final List<String> TYPES =
            List.of("loader", "transformer", "exporter", "sql", "sensor", "custom", "neutral");
    private static final List<String> CODE =
            List.of("keyword", "string", "number", "name", "comment", "markup");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextCanBeRead(boolean dark) {
        var colours = ThemeColours.of(dark);
        var poor = new ArrayList<String>();
        for (String page : PAGES) {
            for (String text : TEXTS) check(poor, colours, text, page, page);
            for (String state : STATES) {
                check(poor, colours, "-color-" + state + "-fg", page, page);
                check(
                        poor,
                        colours,
                        "-color-" + state + "-fg",
                        "-color-" + state + "-subtle",
                        page);
            }
            check(poor, colours, "-color-fg-muted", "-pw-pill", page);
            check(poor, colours, "-color-accent-fg", "-pw-selected", page);
            check(poor, colours, "-color-fg-muted", "-pw-selected", page);
            check(poor, colours, "-color-fg-default", "-pw-selected", page);
        }
        for (String type : TYPES)
            check(poor, colours, "-pw-type-" + type, "-color-bg-default", "-color-bg-default");
        for (String kind : CODE)
            check(poor, colours, "-pw-code-" + kind, "-color-bg-default", "-color-bg-default");
        check(poor, colours, "-color-fg-emphasis", "-pw-run", "-color-bg-default");
        check(poor, colours, "-color-fg-emphasis", "-color-accent-emphasis", "-color-bg-default");

        assertEquals(List.of(), poor);
    }

    private static void check(
            List<String> poor, ThemeColours colours, String text, String back, String page) {
        double ratio = colours.contrast(text, back, page);
        if (ratio < LEAST)
            poor.add(String.format(Locale.ROOT, "%s on %s over %s: %.2f", text, back, page, ratio));
    }
}
