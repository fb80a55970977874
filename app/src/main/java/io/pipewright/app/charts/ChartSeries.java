package io.pipewright.app.charts;

import io.pipewright.engine.variable.TablePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The points of a chart.
///
/// @param groups labels of the x axis, in order
/// @param names one per series
/// @param values per series one per group, 0 where there is none
record ChartSeries(List<String> groups, List<String> names, List<double[]> values) {

    /// More points than pixels cannot be told apart and take seconds to draw.
    static final int MOST_POINTS = 400;

    static final ChartSeries NONE = new ChartSeries(List.of(), List.of(), List.of());

    /// Of `page` as a session answers a chart question: the group, then one column per metric.
    static ChartSeries of(TablePage page) {
        List<List<@Nullable Object>> rows = page.rows();
        int step = Math.max(1, Math.ceilDiv(rows.size(), MOST_POINTS));
        var groups = new ArrayList<String>();
        var kept = new ArrayList<List<@Nullable Object>>();
        for (int at = 0; at < rows.size(); at += step) {
            groups.add(Objects.toString(rows.get(at).getFirst(), ""));
            kept.add(rows.get(at));
        }
        var names = new ArrayList<String>();
        var values = new ArrayList<double[]>();
        for (int column = 1; column < page.columns().size(); column++) {
            int of = column;
            names.add(page.columns().get(column).name());
            values.add(kept.stream().mapToDouble(row -> number(row.get(of))).toArray());
        }
        return new ChartSeries(List.copyOf(groups), List.copyOf(names), List.copyOf(values));
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : 0;
    }
}
