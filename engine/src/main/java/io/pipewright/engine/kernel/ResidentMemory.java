package io.pipewright.engine.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How much memory processes hold; the one place that differs by operating system.
///
/// Units: bytes. A process that has ended counts nothing. Windows has no measure here, there it is always 0: only the limits of
/// the runtimes hold.
final class ResidentMemory {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private ResidentMemory() {}

    /// Pages that several processes share count once for each: an upper bound, quickly read.
    static long upperBound(Collection<ProcessHandle> processes) {
        return switch (OperatingSystem.current()) {
            case LINUX -> sum(processes, "status", RESIDENT);
            case MACOS -> reportedByPs(processes);
            case WINDOWS -> 0;
        };
    }

    /// Shared pages count once in all: exact, but slow for large processes. The upper bound where there is no better measure.
    static long exact(Collection<ProcessHandle> processes) {
        long shares = OperatingSystem.isLinux() ? sum(processes, "smaps_rollup", SHARE) : 0;
        return shares > 0 ? shares : upperBound(processes);
    }

    private static long sum(Collection<ProcessHandle> processes, String file, Pattern kilobytes) {
        long sum = 0;
        for (ProcessHandle process : processes) {
            Matcher found = kilobytes.matcher(read(PROC.resolve(process.pid() + "/" + file)));
            if (found.find()) sum += Long.parseLong(found.group(1)) * 1024;
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    /// The figures of `ps`, which every Unix has.
    static long reportedByPs(Collection<ProcessHandle> processes) {
        String pids =
                processes.stream()
                        .map(process -> Long.toString(process.pid()))
                        .collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pids).start();
            try (var lines = ps.inputReader(StandardCharsets.US_ASCII)) {
                return lines.lines().mapToLong(line -> Long.parseLong(line.strip()) * 1024).sum();
            }
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
