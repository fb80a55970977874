package io.pipewright.app.charts;

import io.pipewright.app.fx.Messages;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.variable.ChartQuestion.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a chart of the project format asks for.
sealed interface ChartSpec {

    /// The widget's name, or its uuid.
    String title();

    /// How its points are drawn.
    enum Shape {
        BAR,
        LINE
    }

    /// @param timeInterval set for charts over a time
    record Drawable(
            String title,
            Shape shape,
            BlockId source,
            String groupBy,
            List<Metric> metrics,
            Optional<String> timeInterval)
            implements ChartSpec {}

    /// @param reason why it cannot be drawn, for the user
    record NotDrawable(String title, String reason) implements ChartSpec {}

    /// Reads `chart_type`, `group_by`, `metrics` and `time_interval` of a widget's configuration.
    static ChartSpec of(Block widget) {
        Map<String, Object> configuration = widget.options().configuration();
        String type = Objects.toString(configuration.get("chart_type"), "");
        Optional<Shape> shape = shape(type);
        List<String> groups = words(configuration.get("group_by"));
        List<Metric> metrics = metrics(configuration.get("metrics"));
        if (shape.isEmpty())
            return new NotDrawable(widget.name(), Messages.get("charts.type.text", type));
        if (widget.upstream().isEmpty())
            return new NotDrawable(widget.name(), Messages.get("charts.source.text"));
        if (groups.isEmpty() || metrics.isEmpty())
            return new NotDrawable(widget.name(), Messages.get("charts.columns.text"));
        Optional<String> interval =
                type.startsWith("time series")
                        ? Optional.of(
                                Objects.toString(configuration.get("time_interval"), "original"))
                        : Optional.empty();
        return new Drawable(
                widget.name(),
                shape.get(),
                widget.upstream().getFirst(),
                groups.getFirst(),
                metrics,
                interval);
    }

    private static Optional<Shape> shape(String type) {
        return switch (type) {
            case "bar chart", "time series bar chart" -> Optional.of(Shape.BAR);
            case "line chart", "time series line chart" -> Optional.of(Shape.LINE);
            default -> Optional.empty();
        };
    }

    private static List<String> words(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Object::toString).toList();
            case String word -> List.of(word);
            case null, default -> List.of();
        };
    }

    private static List<Metric> metrics(@Nullable Object value) {
        if (!(value instanceof List<?> list)) return List.of();
        return list.stream()
                .flatMap(entry -> entry instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                .filter(map -> map.get("column") != null && map.get("aggregation") != null)
                .map(
                        map ->
                                new Metric(
                                        String.valueOf(map.get("column")),
                                        String.valueOf(map.get("aggregation"))))
                .toList();
    }
}
