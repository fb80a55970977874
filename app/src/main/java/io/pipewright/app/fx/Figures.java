package io.pipewright.app.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Figures rounded for people: `1,461`, `1.3 s`, `41 GB`, `Today 08:30`.
public final class Figures {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ANY_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Figures() {}

    public static String whole(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    public static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 50) return millis + " ms";
        if (millis < 59_950) return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        if (duration.toHours() == 0)
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /// Units: steps of 1,000, as disks are sold.
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < BYTE_UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(
                Locale.ENGLISH,
                amount < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s",
                amount,
                BYTE_UNITS[unit]);
    }

    /// `at` on the clock of `zone`, as seen from `now`.
    public static String when(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (local.toLocalDate().equals(today))
            return Messages.get("figures.today.text", CLOCK.format(local));
        if (local.toLocalDate().equals(today.minusDays(1)))
            return Messages.get("figures.yesterday.text", CLOCK.format(local));
        return (local.getYear() == today.getYear() ? THIS_YEAR : ANY_YEAR).format(local);
    }
}
