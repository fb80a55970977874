package io.pipewright.engine.cli;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.TablePage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How `output` shows a stored table.
final class OutputReport {

    private static final int WIDEST_CELL = 40;

    private OutputReport() {}

    static Map<String, Object> json(ColumnInfo column) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", column.name());
        fields.put("type", column.type());
        return fields;
    }

    /// Aligned columns, numbers to the right, then how many rows there are.
    static List<String> table(TablePage page) {
        List<List<String>> cells =
                page.rows().stream()
                        .map(row -> row.stream().map(OutputReport::cell).toList())
                        .toList();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < page.columns().size(); i++) {
            columns.add(Column.of(page, cells, i));
        }
        var lines = new ArrayList<String>();
        lines.add(line(columns, page.columns().stream().map(ColumnInfo::name).toList()));
        cells.forEach(row -> lines.add(line(columns, row)));
        lines.add(
                "(%s of %s, %d columns)"
                        .formatted(
                                page.rows().size(),
                                ReportText.rows(page.rowCount()),
                                columns.size()));
        return lines;
    }

    private static String line(List<Column> columns, List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) line.append("  ");
            line.append(columns.get(i).fit(cells.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value instanceof String string ? string : plain(value);
        String single = text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return single.length() <= WIDEST_CELL ? single : single.substring(0, WIDEST_CELL - 1) + "…";
    }

    private static String plain(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : ReportText.compactJson(value);
    }

    private record Column(int width, boolean right) {

        static Column of(TablePage page, List<List<String>> cells, int index) {
            int widest = cells.stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
            boolean numbers =
                    page.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
            return new Column(Math.max(widest, page.columns().get(index).name().length()), numbers);
        }

        String fit(String text) {
            String padding = " ".repeat(Math.max(0, width - text.length()));
            return right ? padding + text : text + padding;
        }
    }
}
