package io.pipewright.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Prints measurements as min, median, p99 and max, in milliseconds.
final class Figures {

    private Figures() {}

    static void print(String what, List<Duration> measured) {
        List<Duration> sorted = measured.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-60s n=%d min %.2f p10 %.2f median %.2f p99 %.2f max %.2f ms%n",
                what,
                sorted.size(),
                millis(sorted.getFirst()),
                millis(at(sorted, 0.1)),
                millis(at(sorted, 0.5)),
                millis(at(sorted, 0.99)),
                millis(sorted.getLast()));
    }

    static Duration median(List<Duration> measured) {
        return at(measured.stream().sorted().toList(), 0.5);
    }

    private static Duration at(List<Duration> sorted, double share) {
        return sorted.get(
                (int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
