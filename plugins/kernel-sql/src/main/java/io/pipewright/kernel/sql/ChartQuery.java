package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The query behind bar, line and time series charts: one row per group, the metrics behind it.
///
/// Order: times, dates and numbers ascending; texts by the first metric, largest first, so that a limit keeps what
/// matters. Empty groups and empty cells do not count.
final class ChartQuery {

    private static final int MOST_GROUPS = 40;
    private static final Pattern HAS_ORDER =
            Pattern.compile("(?:DATE|TIME|U?TINY|U?SMALL|U?BIG|U?INT|FLOAT|DOUBLE|DECIMAL).*");

    private final Session session;
    private final ParquetFile file;

    ChartQuery(Session session, ParquetFile file) {
        this.session = session;
        this.file = file;
    }

    String of(JsonNode question) throws SQLException {
        var metrics = new Metrics(file.columns(session));
        Column groupBy = metrics.column(question.path("group_by").asText());
        Optional<String> interval = Json.text(question, "time_interval");
        long limit = question.path("limit").asLong(MOST_GROUPS);
        String name = Sql.name(groupBy.name());
        String group = name;
        if (interval.isPresent())
            group =
                    new TimeBuckets(session, file.relation(), time(groupBy))
                            .of(interval.get(), limit);
        boolean ordered = interval.isPresent() || HAS_ORDER.matcher(groupBy.type()).matches();
        return """
                SELECT %1$s AS %2$s, %3$s
                FROM %4$s
                WHERE %2$s IS NOT NULL AND trim(%2$s::VARCHAR) <> '' AND %1$s IS NOT NULL
                GROUP BY 1
                ORDER BY %5$s
                LIMIT %6$d
                """
                .formatted(
                        group,
                        name,
                        metrics.list(question.path("metrics")),
                        file.relation(),
                        ordered ? "1" : "2 DESC, 1",
                        limit);
    }

    // Ten-digit numbers are seconds since 1970.
    private static String time(Column column) {
        String name = Sql.name(column.name());
        if (column.type().startsWith("TIMESTAMP") || column.type().equals("DATE"))
            return name + "::TIMESTAMP";
        if (column.type().equals("VARCHAR")) return "TRY_CAST(" + name + " AS TIMESTAMP)";
        return "make_timestamp((TRY_CAST(" + name + " AS DOUBLE) * 1000000)::BIGINT)";
    }

    /// What a chart computes for each group.
    ///
    /// @param columns of the table
    private record Metrics(List<Column> columns) {

        Column column(String name) {
            return columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "the table has no column \"" + name + "\""));
        }

        String list(JsonNode metrics) {
            if (metrics.isEmpty()) return "count(*) AS \"count\"";
            return String.join(", ", metrics.valueStream().map(this::metric).toList());
        }

        private String metric(JsonNode metric) {
            Column column = column(metric.path("column").asText());
            String aggregation = metric.path("aggregation").asText();
            return aggregate(aggregation, column)
                    + " AS "
                    + Sql.name(aggregation + "(" + column.name() + ")");
        }

        private static String aggregate(String aggregation, Column column) {
            String name = Sql.name(column.name());
            boolean text = column.type().equals("VARCHAR");
            String number = text ? "TRY_CAST(" + name + " AS DOUBLE)" : name;
            String value = text ? "nullif(trim(" + name + "), '')" : name;
            return switch (aggregation) {
                case "average" -> "coalesce(avg(" + number + "), 0)";
                case "sum" -> "coalesce(sum(" + number + "), 0)::DOUBLE";
                case "count" -> "count(" + value + ")";
                case "count_distinct" -> "count(DISTINCT " + value + ")";
                case "max" -> "max(" + value + ")";
                case "min" -> "min(" + value + ")";
                case "mode" -> "mode(" + value + ")";
                case "median" -> upperMedian(number);
                default ->
                        throw new IllegalArgumentException(
                                "unknown aggregation \"" + aggregation + "\"");
            };
        }

        // The upper one of the two in the middle.
        private static String upperMedian(String number) {
            return "list_sort(list(%1$s) FILTER (WHERE %1$s IS NOT NULL))[count(%1$s) // 2 + 1]"
                    .formatted(number);
        }
    }
}
