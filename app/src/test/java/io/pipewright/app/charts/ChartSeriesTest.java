package io.pipewright.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.TablePage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartSeriesTest {

    private static final List<ColumnInfo> COLUMNS =
            List.of(new ColumnInfo("month", "VARCHAR"), new ColumnInfo("sum(rain)", "DOUBLE"));

    @Test
    void takesOneSeriesPerMetric() {
        ChartSeries series =
                ChartSeries.of(
                        new TablePage(
                                COLUMNS, List.of(List.of("Jan", 3.5), List.of("Feb", 2L)), 0, 2));

        assertEquals(List.of("Jan", "Feb"), series.groups());
        assertEquals(List.of("sum(rain)"), series.names());
        assertEquals(
                List.of(3.5, 2.0),
                java.util.Arrays.stream(series.values().getFirst()).boxed().toList());
    }

    @Test
    void thinsMorePointsThanCanBeToldApart() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < 5_000; row++) rows.add(List.of("g" + row, (double) row));

        ChartSeries series = ChartSeries.of(new TablePage(COLUMNS, rows, 0, rows.size()));

        assertTrue(series.groups().size() <= ChartSeries.MOST_POINTS);
    }
}
