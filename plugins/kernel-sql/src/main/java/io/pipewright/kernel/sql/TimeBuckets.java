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
                "(SELECT date_trunc('" + interval + "', min(" + time + ")) FROM " + source + ")";
        String index = "date_diff('" + interval + "', " + first + ", " + time + ")";
        long spans = 1 + session.number("SELECT coalesce(max(" + index + "), 0) FROM " + source);
        long width = (spans + limit - 1) / limit;
        return first
                + " + to_"
                + interval
                + "s(("
                + index
                + " // "
                + width
                + " * "
                + width
                + ")::INTEGER)";
    }

    private String original(long limit) throws SQLException {
        String distinct =
                "(SELECT DISTINCT "
                        + time
                        + " AS t FROM "
                        + source
                        + " WHERE "
                        + time
                        + " IS NOT NULL ORDER BY t LIMIT 2)";
        long distance =
                Math.max(
                        1,
                        session.number(
                                "SELECT coalesce(max(epoch_us(t)) - min(epoch_us(t)), 0) FROM "
                                        + distinct));
        String first = "(SELECT min(epoch_us(" + time + ")) FROM " + source + ")";
        long range =
                session.number(
                        "SELECT coalesce(max(epoch_us("
                                + time
                                + ")) - min(epoch_us("
                                + time
                                + ")), 0) FROM "
                                + source);
        long spans = range / distance + 1;
        long width = (spans + limit - 1) / limit * distance;
        return "make_timestamp("
                + first
                + " + (epoch_us("
                + time
                + ") - "
                + first
                + ") // "
                + width
                + " * "
                + width
                + ")";
    }
}
