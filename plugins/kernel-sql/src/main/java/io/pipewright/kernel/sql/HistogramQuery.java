package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.sql.SQLException;

/// The query behind a histogram: lower edge and count of every bucket, empty ones too.
///
/// Whole numbers that span fewer values than buckets get one bucket per number; else the widths are equal, and whole
/// when they are above one.
final class HistogramQuery {

    private static final int USUAL_BUCKETS = 10;

    /// What is known of the column.
    ///
    /// @param whole no value has a fraction
    private record Range(double low, double high, boolean whole) {}

    /// @param count how many
    private record Buckets(long count, double width) {

        static Buckets of(Range range, long wanted) {
            double span = range.high() - range.low();
            if (span == 0) return new Buckets(1, 1);
            if (range.whole() && span < wanted) return new Buckets((long) span + 1, 1);
            double width = span / wanted;
            return new Buckets(wanted, width > 1 ? Math.ceil(width) : width);
        }
    }

    private final Session session;
    private final ParquetFile file;

    HistogramQuery(Session session, ParquetFile file) {
        this.session = session;
        this.file = file;
    }

    String of(JsonNode question) throws SQLException {
        String value = "TRY_CAST(" + Sql.name(question.path("column").asText()) + " AS DOUBLE)";
        Range range = range(value);
        Buckets buckets =
                Buckets.of(range, Math.max(1, question.path("buckets").asLong(USUAL_BUCKETS)));
        // The greatest value belongs to the last bucket, not to one of its own.
        return """
                SELECT %1$s::DOUBLE + i * %2$s::DOUBLE AS "lower_edge", coalesce(n, 0)::BIGINT AS "count"
                FROM range(%3$d) buckets(i)
                LEFT JOIN (
                  SELECT least(floor((%4$s - %1$s::DOUBLE) / %2$s::DOUBLE)::BIGINT, %3$d - 1) AS bucket, count(*) AS n
                  FROM %5$s WHERE isfinite(%4$s) GROUP BY 1) ON bucket = i
                ORDER BY i
                """
                .formatted(range.low(), buckets.width(), buckets.count(), value, file.relation());
    }

    private Range range(String value) throws SQLException {
        String query =
                """
                SELECT coalesce(min(%1$s), 0), coalesce(max(%1$s), 0), coalesce(bool_and(%1$s = floor(%1$s)), true)
                FROM %2$s WHERE isfinite(%1$s)
                """
                        .formatted(value, file.relation());
        return session.query(
                query,
                row -> {
                    row.next();
                    return new Range(row.getDouble(1), row.getDouble(2), row.getBoolean(3));
                });
    }
}
