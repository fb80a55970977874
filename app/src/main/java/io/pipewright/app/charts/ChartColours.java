package io.pipewright.app.charts;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Takes the colours of a chart from the style sheets, so that it follows the theme like everything else.
///
/// A region without a look: `-pw-chart-text`, `-pw-chart-grid`, `-pw-chart-first` and `-pw-chart-second` are its properties.
final class ChartColours extends Region {

    private static final StyleablePropertyFactory<ChartColours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ChartColours, Color> TEXT =
            FACTORY.createColorCssMetaData("-pw-chart-text", colours -> colours.text, Color.GRAY);
    private static final CssMetaData<ChartColours, Color> GRID =
            FACTORY.createColorCssMetaData(
                    "-pw-chart-grid", colours -> colours.grid, Color.LIGHTGRAY);
    private static final CssMetaData<ChartColours, Color> FIRST =
            FACTORY.createColorCssMetaData("-pw-chart-first", colours -> colours.first, Color.BLUE);
    private static final CssMetaData<ChartColours, Color> SECOND =
            FACTORY.createColorCssMetaData(
                    "-pw-chart-second", colours -> colours.second, Color.PURPLE);

    private final StyleableProperty<Color> text = colour(TEXT, "text");
    private final StyleableProperty<Color> grid = colour(GRID, "grid");
    private final StyleableProperty<Color> first = colour(FIRST, "first");
    private final StyleableProperty<Color> second = colour(SECOND, "second");
    private final Runnable onChange;

    /// @param onChange called after each colour that changed
    ChartColours(Runnable onChange) {
        this.onChange = onChange;
        getStyleClass().add("chart-colours");
        setManaged(false);
        setVisible(true);
    }

    Color text() {
        return text.getValue();
    }

    Color grid() {
        return grid.getValue();
    }

    List<Color> series() {
        return List.of(first.getValue(), second.getValue());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> colour(CssMetaData<ChartColours, Color> meta, String name) {
        return new SimpleStyleableObjectProperty<>(meta, this, name, meta.getInitialValue(this)) {
            @Override
            protected void invalidated() {
                get();
                onChange.run();
            }
        };
    }
}
