package io.pipewright.kernel.sql;

import io.pipewright.worker.table.Session;
import java.sql.SQLException;
import java.util.Set;

/// Groups times into equal spans, widened until no more than the limit are left.
///
/// @param source relation
/// @param time expression that gives a TIMESTAMP
record TimeBuckets(Session session, String source, String time) {

    private static final Set<String> UNITS =
            Set.of("second", "minute", "hour", "day", "week", "month", "year");

    /// The expression that gives the start of a row's span.
    ///
    /// @param interval a unit, or `original`: the distance of the first two different times
    String of(String interval, long limit) throws SQLException {
        if (interval.equals("original")) return original(limit);
        if (!UNITS.contains(interval))
            throw new IllegalArgumentException("unknown time interval \"" + interval + "\"");
        String first =
                "(SELECT date_trunc('%s', min(%s)) FROM %s)".formatted(interval, time, source);
        // Both ends are cut to the unit: date_diff counts the borders between them.
        String index = "date_diff('%s', %s, %s)".formatted(interval, first, time);
        long width =
                width(
                        1
                                + session.number(
                                        "SELECT coalesce(max(%s), 0) FROM %s"
                                                .formatted(index, source)),
                        limit);
        return "%1$s + to_%2$ss((%3$s // %4$d * %4$d)::INTEGER)"
                .formatted(first, interval, index, width);
    }

    private String original(long limit) throws SQLException {
        String micros = "epoch_us(" + time + ")";
        long distance =
                Math.max(
                        1,
                        session.number(
                                """
                SELECT coalesce(max(t) - min(t), 0)
                FROM (SELECT DISTINCT %1$s AS t FROM %2$s WHERE %1$s IS NOT NULL ORDER BY t LIMIT 2)
                """
                                        .formatted(micros, source)));
        long range =
                session.number(
                        "SELECT coalesce(max(%1$s) - min(%1$s), 0) FROM %2$s"
                                .formatted(micros, source));
        return "make_timestamp((SELECT min(%1$s) FROM %2$s) + (%1$s - (SELECT min(%1$s) FROM %2$s)) // %3$d * %3$d)"
                .formatted(micros, source, width(range / distance + 1, limit) * distance);
    }

    private static long width(long spans, long limit) {
        return (spans + limit - 1) / limit;
    }
}
