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

    private final Session session;
    private final ParquetFile file;

    HistogramQuery(Session session, ParquetFile file) {
        this.session = session;
        this.file = file;
    }

    String of(JsonNode question) throws SQLException {
        String value = "TRY_CAST(" + Sql.name(question.path("column").asText()) + " AS DOUBLE)";
        String present = value + " IS NOT NULL AND isfinite(" + value + ")";
        long buckets = Math.max(1, question.path("buckets").asLong(10));
        return session.query(
                range(value, present),
                row -> {
                    row.next();
                    double low = row.getDouble(1);
                    double span = row.getDouble(2) - low;
                    boolean whole = row.getBoolean(3);
                    return query(value, present, low, span, whole, buckets);
                });
    }

    private String range(String value, String present) {
        return "SELECT coalesce(min("
                + value
                + "), 0), coalesce(max("
                + value
                + "), 0), coalesce(bool_and("
                + value
                + " = floor("
                + value
                + ")), true) FROM "
                + file.relation()
                + " WHERE "
                + present;
    }

    private String query(
            String value, String present, double low, double span, boolean whole, long buckets) {
        boolean onePerNumber = whole && span < buckets;
        long count = onePerNumber ? (long) span + 1 : span == 0 ? 1 : buckets;
        double width = onePerNumber || span == 0 ? 1 : span / buckets;
        if (width > 1) width = Math.ceil(width);
        // The greatest value belongs to the last bucket, not to one of its own.
        String index =
                "least(floor(("
                        + value
                        + " - "
                        + low
                        + ") / "
                        + width
                        + ")::BIGINT, "
                        + (count - 1)
                        + ")";
        return "SELECT "
                + low
                + "::DOUBLE + i * "
                + width
                + "::DOUBLE AS \"lower_edge\", coalesce(n, 0)::BIGINT AS"
                + " \"count\" FROM range("
                + count
                + ") buckets(i) LEFT JOIN (SELECT "
                + index
                + " AS bucket, count(*) AS n FROM "
                + file.relation()
                + " WHERE "
                + present
                + " GROUP BY 1) ON bucket = i ORDER BY i";
    }
}
