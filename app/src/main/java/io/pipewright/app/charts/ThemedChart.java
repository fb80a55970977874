package io.pipewright.app.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryToolTipGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/// Builds a chart and paints it in the theme's colours, without the library's own look.
final class ThemedChart {

    private static final Font LABELS = new WindowFont(11);
    // Not quite the same size: the canvas forgets its font between two drawings while its graphics
    // believe it is still set, so
    // the first and the last text of a drawing must differ.
    private static final Font RANGE_LABELS = new WindowFont(11.01f);
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private final JFreeChart chart;
    private final List<String> groups;

    ThemedChart(ChartSpec.Shape shape, ChartSeries series) {
        this.groups = series.groups();
        var data = dataset(series);
        chart =
                switch (shape) {
                    case BAR -> ChartFactory.createBarChart(null, null, null, data);
                    case LINE -> ChartFactory.createLineChart(null, null, null, data);
                };
        if (series.names().size() < 2) chart.removeLegend();
        plot().setRenderer(
                        switch (shape) {
                            case BAR -> bars();
                            case LINE -> lines(series.groups().size());
                        });
    }

    JFreeChart chart() {
        return chart;
    }

    /// @param width of the chart in pixels: of the x labels those are shown that fit
    void paint(ChartColours colours, double width) {
        Color text = awt(colours.text());
        Color grid = awt(colours.grid());
        chart.setBackgroundPaint(CLEAR);
        chart.setPadding(new RectangleInsets(6, 2, 2, 8));
        CategoryPlot plot = plot();
        plot.setBackgroundPaint(CLEAR);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        paintDomain(plot, text, width);
        paintRange((NumberAxis) plot.getRangeAxis(), text);
        List<javafx.scene.paint.Color> series = colours.series();
        for (int at = 0; at < plot.getDataset().getRowCount(); at++)
            plot.getRenderer().setSeriesPaint(at, awt(series.get(at % series.size())));
        paintLegend(chart.getLegend(), text);
    }

    private CategoryPlot plot() {
        return chart.getCategoryPlot();
    }

    private void paintDomain(CategoryPlot plot, Color text, double width) {
        var axis = new SparseCategoryAxis(groups, width);
        axis.setTickLabelFont(LABELS);
        axis.setTickLabelPaint(text);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.3);
        plot.setDomainAxis(axis);
    }

    private static void paintRange(NumberAxis axis, Color text) {
        axis.setTickLabelFont(RANGE_LABELS);
        axis.setTickLabelPaint(text);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setNumberFormatOverride(
                NumberFormat.getCompactNumberInstance(Locale.ENGLISH, NumberFormat.Style.SHORT));
        axis.setUpperMargin(0.08);
    }

    private static void paintLegend(LegendTitle legend, Color text) {
        if (legend == null) return;
        legend.setItemFont(LABELS);
        legend.setItemPaint(text);
        legend.setBackgroundPaint(CLEAR);
        legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
    }

    private static BarRenderer bars() {
        var renderer = new BarRenderer();
        renderer.setBarPainter(new RoundedBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setMaximumBarWidth(0.12);
        renderer.setDefaultToolTipGenerator(new StandardCategoryToolTipGenerator());
        return renderer;
    }

    // Dots help to read a few points and hide the line of many.
    private static LineAndShapeRenderer lines(int points) {
        var renderer = new LineAndShapeRenderer(true, points <= 40);
        renderer.setDefaultStroke(new BasicStroke(1.8f));
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setDefaultShape(new java.awt.geom.Ellipse2D.Double(-2.5, -2.5, 5, 5));
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setDefaultToolTipGenerator(new StandardCategoryToolTipGenerator());
        return renderer;
    }

    private static DefaultCategoryDataset dataset(ChartSeries series) {
        var data = new DefaultCategoryDataset();
        for (int name = 0; name < series.names().size(); name++)
            for (int group = 0; group < series.groups().size(); group++)
                data.addValue(
                        series.values().get(name)[group],
                        series.names().get(name),
                        series.groups().get(group));
        return data;
    }

    private static Color awt(javafx.scene.paint.Color colour) {
        return new Color(
                (float) colour.getRed(),
                (float) colour.getGreen(),
                (float) colour.getBlue(),
                (float) colour.getOpacity());
    }

    /// The font of the window by its name. AWT does not know it and would look through all fonts of the system first; only the
    /// name reaches the canvas.
    private static final class WindowFont extends Font {
        private static final long serialVersionUID = 1L;

        WindowFont(float size) {
            super("Inter", Font.PLAIN, (int) size);
            pointSize = size;
        }

        @Override
        public String getFamily() {
            return "Inter";
        }
    }

    /// An axis that shows times short and leaves out the labels that would lie on each other.
    private static final class SparseCategoryAxis extends CategoryAxis {
        private static final long serialVersionUID = 1L;
        private static final double CHARACTER = 7;

        private final Map<String, String> shown = new HashMap<>();

        SparseCategoryAxis(List<String> groups, double width) {
            List<String> labels = TimeLabels.of(groups);
            int longest = labels.stream().mapToInt(String::length).max().orElse(1);
            double room = Math.max(1, width - 50) / Math.max(1, groups.size());
            double free = 0;
            for (int at = 0; at < groups.size(); at++) {
                if (labels.get(at).isEmpty() || at * room < free) continue;
                shown.put(groups.get(at), labels.get(at));
                free = at * room + longest * CHARACTER + 8;
            }
        }

        // Not wrapped as the library does it, which cuts a date at its first hyphen.
        @Override
        @SuppressWarnings("rawtypes")
        protected TextBlock createLabel(
                Comparable group, float width, RectangleEdge edge, Graphics2D graphics) {
            var block = new TextBlock();
            block.addLine(
                    shown.getOrDefault(group.toString(), ""),
                    getTickLabelFont(group),
                    getTickLabelPaint(group));
            return block;
        }
    }
}
