package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The query behind bar, line and time series charts: one row per group, the metrics behind it.
///
/// Order: times, dates and numbers ascending; texts by the first metric, largest first, so that a limit keeps what
/// matters. Empty groups and empty cells do not count.
final class ChartQuery {

    private final Session session;
    private final ParquetFile file;

    ChartQuery(Session session, ParquetFile file) {
        this.session = session;
        this.file = file;
    }

    String of(JsonNode question) throws SQLException {
        List<Column> columns = file.columns(session);
        String groupBy = question.path("group_by").asText();
        String type = type(columns, groupBy);
        Optional<String> interval = Json.text(question, "time_interval");
        long limit = question.path("limit").asLong(40);
        String source = file.relation();
        String group =
                interval.isPresent()
                        ? new TimeBuckets(session, source, time(groupBy, type))
                                .of(interval.get(), limit)
                        : Sql.name(groupBy);
        boolean text =
                interval.isEmpty()
                        && !type.matches(
                                "(?:DATE|TIME|U?TINY|U?SMALL|U?BIG|U?INT|FLOAT|DOUBLE|DECIMAL).*");
        return "SELECT "
                + group
                + " AS "
                + Sql.name(groupBy)
                + metrics(question.path("metrics"), columns)
                + " FROM "
                + source
                + " WHERE "
                + present(Sql.name(groupBy))
                + " AND "
                + group
                + " IS NOT NULL GROUP BY 1 ORDER BY "
                + (text ? "2 DESC, 1" : "1")
                + " LIMIT "
                + limit;
    }

    private static String type(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(Column::type)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the table has no column \"" + name + "\""));
    }

    // Ten-digit numbers are seconds since 1970.
    private static String time(String column, String type) {
        String name = Sql.name(column);
        if (type.startsWith("TIMESTAMP") || type.equals("DATE")) return name + "::TIMESTAMP";
        if (type.equals("VARCHAR")) return "TRY_CAST(" + name + " AS TIMESTAMP)";
        return "make_timestamp((TRY_CAST(" + name + " AS DOUBLE) * 1000000)::BIGINT)";
    }

    private static String metrics(JsonNode metrics, List<Column> columns) {
        var list = new ArrayList<String>();
        for (JsonNode metric : metrics) {
            String column = metric.path("column").asText();
            String aggregation = metric.path("aggregation").asText();
            list.add(
                    ", "
                            + aggregate(aggregation, Sql.name(column), type(columns, column))
                            + " AS "
                            + Sql.name(aggregation + "(" + column + ")"));
        }
        return list.isEmpty() ? ", count(*) AS \"count\"" : String.join("", list);
    }

    private static String aggregate(String aggregation, String column, String type) {
        boolean text = type.equals("VARCHAR");
        String number = text ? "TRY_CAST(" + column + " AS DOUBLE)" : column;
        String value = text ? "nullif(trim(" + column + "), '')" : column;
        return switch (aggregation) {
            case "average" -> "coalesce(avg(" + number + "), 0)";
            case "sum" -> "coalesce(sum(" + number + "), 0)::DOUBLE";
            case "count" -> "count(" + value + ")";
            case "count_distinct" -> "count(DISTINCT " + value + ")";
            case "max" -> "max(" + value + ")";
            case "min" -> "min(" + value + ")";
            case "mode" -> "mode(" + value + ")";
            // The upper one of the two in the middle.
            case "median" ->
                    "list_sort(list("
                            + number
                            + ") FILTER (WHERE "
                            + number
                            + " IS NOT NULL))[(count("
                            + number
                            + ") // 2) + 1]";
            default ->
                    throw new IllegalArgumentException(
                            "unknown aggregation \"" + aggregation + "\"");
        };
    }

    private static String present(String column) {
        return column + " IS NOT NULL AND trim(" + column + "::VARCHAR) <> ''";
    }
}
