package io.pipewright.engine.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

/// The folder name of a run's outputs and logs: `<trigger id>/<execution date>`, in UTC.
public final class RunPartition {

    /// The run variable that names the partition itself.
    public static final String VARIABLE = "execution_partition";

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_\\-. ]{1,100}(/[\\p{L}\\p{N}_\\-. ]{1,100}){0,5}");
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'_'SSSSSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private RunPartition() {}

    /// For runs by hand, by the API, by an event or by code: to the microsecond.
    public static String precise(long triggerId, Instant executionDate) {
        return triggerId + "/" + MICROSECONDS.format(executionDate);
    }

    /// For runs of a schedule or a backfill: to the second.
    public static String scheduled(long triggerId, Instant executionDate) {
        return triggerId + "/" + SECONDS.format(executionDate);
    }

    /// The partition that the run's variables name, else the given one.
    ///
    /// @throws RunRefusedException if the variable leads out of the pipeline's folder or holds odd characters
    public static String named(Map<String, Object> variables, String otherwise) {
        if (!(variables.get(VARIABLE) instanceof String name) || name.isBlank()) return otherwise;
        if (PLAIN.matcher(name).matches() && !name.contains("..")) return name;
        throw new RunRefusedException(
                "Cannot use \""
                        + name
                        + "\" as "
                        + VARIABLE
                        + ": use letters, digits, space and _ - . with / between folders");
    }
}
