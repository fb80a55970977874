package io.pipewright.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.charts.ChartSpec.Drawable;
import io.pipewright.app.charts.ChartSpec.NotDrawable;
import io.pipewright.app.charts.ChartSpec.Shape;
import io.pipewright.app.fake.FakeBlocks;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.variable.ChartQuestion.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartSpecTest {

    private static final List<Map<String, String>> METRICS =
            List.of(Map.of("column", "rain", "aggregation", "sum"));

    @Test
    void readsTheKeysOfTheProjectFormat() {
        var widget =
                FakeBlocks.chart(
                        "Rain",
                        Map.of(
                                "chart_type",
                                "bar chart",
                                "group_by",
                                List.of("month"),
                                "metrics",
                                METRICS),
                        "summary");

        assertEquals(
                new Drawable(
                        "Rain",
                        Shape.BAR,
                        new BlockId("summary"),
                        "month",
                        List.of(new Metric("rain", "sum")),
                        Optional.empty()),
                ChartSpec.of(widget));
    }

    @Test
    void takesTheTimeIntervalOfTimeSeries() {
        var widget =
                FakeBlocks.chart(
                        "Rain",
                        Map.of(
                                "chart_type",
                                "time series line chart",
                                "time_interval",
                                "month",
                                "group_by",
                                List.of("day"),
                                "metrics",
                                METRICS),
                        "clean");

        assertEquals(
                new Drawable(
                        "Rain",
                        Shape.LINE,
                        new BlockId("clean"),
                        "day",
                        List.of(new Metric("rain", "sum")),
                        Optional.of("month")),
                ChartSpec.of(widget));
    }

    @Test
    void saysWhyAChartIsNotDrawn() {
        var pie = FakeBlocks.chart("Share", Map.of("chart_type", "pie chart"), "clean");
        var lonely = FakeBlocks.chart("Lonely", Map.of("chart_type", "bar chart"));
        var empty = FakeBlocks.chart("Empty", Map.of("chart_type", "bar chart"), "clean");

        assertEquals(
                List.of(
                        new NotDrawable(
                                "Share",
                                "Bar and line charts are drawn here; this one is of type \"pie chart\"."),
                        new NotDrawable(
                                "Lonely", "This chart names no block to take its data from."),
                        new NotDrawable(
                                "Empty",
                                "This chart has no group_by or no metrics, so there is nothing to draw.")),
                List.of(ChartSpec.of(pie), ChartSpec.of(lonely), ChartSpec.of(empty)));
    }
}
