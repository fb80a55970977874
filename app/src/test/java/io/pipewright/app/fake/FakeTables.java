package io.pipewright.app.fake;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.TablePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are made up from their number, so that a table of any size costs nothing.
final class FakeTables {

    private static final List<String> SKIES =
            List.of("drizzle", "rain", "rain", "rain", "sun", "fog", "snow");
    private static final double[] RAIN = {173, 138, 140, 90, 54, 43, 19, 22, 62, 132, 170, 190};
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);

    private FakeTables() {}

    static TablePage page(List<ColumnInfo> columns, long rowCount, long offset, int limit) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (long row = offset; row < Math.min(rowCount, offset + limit); row++)
            rows.add(row(columns, row));
        return new TablePage(columns, rows, offset, rowCount);
    }

    static TablePage chart(ChartQuestion question) {
        var columns = new ArrayList<ColumnInfo>();
        columns.add(new ColumnInfo(question.groupBy(), "VARCHAR"));
        for (ChartQuestion.Metric metric : question.metrics())
            columns.add(
                    new ColumnInfo(metric.aggregation() + "(" + metric.column() + ")", "DOUBLE"));
        return question.timeInterval().isPresent() ? months(columns) : year(columns);
    }

    private static TablePage year(List<ColumnInfo> columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        String letters = "JFMAMJJASOND";
        for (int month = 0; month < 12; month++) {
            String name = LocalDate.of(2012, month + 1, 1).getMonth().toString();
            rows.add(
                    List.of(
                            letters.charAt(month)
                                    + name.substring(1, 3).toLowerCase(java.util.Locale.ROOT),
                            RAIN[month]));
        }
        return new TablePage(columns, rows, 0, rows.size());
    }

    private static TablePage months(List<ColumnInfo> columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int month = 0; month < 48; month++) {
            double warm = 16 - 9 * Math.cos(month * Math.PI / 6) + month % 3;
            rows.add(
                    List.of(
                            FIRST.plusMonths(month).toString().substring(0, 7),
                            warm,
                            warm - 8 - month % 2));
        }
        return new TablePage(columns, rows, 0, rows.size());
    }

    private static List<@Nullable Object> row(List<ColumnInfo> columns, long row) {
        var cells = new ArrayList<@Nullable Object>();
        for (int column = 0; column < columns.size(); column++)
            cells.add(cell(columns.get(column), row, column));
        return cells;
    }

    private static @Nullable Object cell(ColumnInfo column, long row, int at) {
        long mixed = ((row * 31 + at * 17L) * 2_654_435_761L) >>> 8;
        return switch (column.type()) {
            case "DATE" -> FIRST.plusDays(row % 40_000).toString();
            case "DOUBLE" -> (mixed % 400) / 10.0;
            case "BIGINT" -> row;
            default -> SKIES.get((int) (mixed % SKIES.size()));
        };
    }
}
