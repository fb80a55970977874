package io.pipewright.engine.project;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of memory as settings write it: `512M`, `2G`, `1.5 GiB`. Every unit is a power of 1024.
///
/// @param bytes positive
public record MemorySize(long bytes) {

    /// The key in the map `pipewright` of a project or a pipeline.
    public static final String LIMIT_KEY = "memory_limit";

    /// Below it no worker gets going: the runtimes and DuckDB take about half of it for themselves.
    public static final MemorySize LEAST_LIMIT = new MemorySize(1L << 30);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 50);
    private static final String UNITS = "KMGT";
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,16}(?:\\.\\d{1,6})?) ?(?:B|([KMGT])(?:I?B)?)?");

    public MemorySize {
        if (bytes <= 0)
            throw new IllegalArgumentException("bytes must be positive but was " + bytes);
    }

    /// Empty if `text` is no size, nothing at all, or more than a machine can have.
    public static Optional<MemorySize> parse(String text) {
        Matcher found = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!found.matches()) return Optional.empty();
        String unit = found.group(2);
        int power = unit == null ? 0 : UNITS.indexOf(unit) + 1;
        BigDecimal bytes =
                new BigDecimal(found.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power)));
        boolean sane = bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(LARGEST) <= 0;
        return sane ? Optional.of(new MemorySize(bytes.longValue())) : Optional.empty();
    }

    /// What one worker and its children may use; empty if `text` is no size or workers need more.
    public static Optional<MemorySize> limit(String text) {
        return parse(text).filter(size -> size.bytes >= LEAST_LIMIT.bytes);
    }
}
