package io.pipewright.app.charts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Short labels of an axis of points in time, each at the first group of its year, month, day or minute.
///
/// Units: what a label names follows from the time between the first and the last group. Zone: as stored, never converted.
final class TimeLabels {

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

    /// Which part of the time tells neighbouring labels apart.
    private enum Unit {
        YEAR("yyyy", "yyyy"),
        MONTH_AND_YEAR("yyyyMM", "MMM yyyy"),
        MONTH("yyyyMM", "MMM"),
        DAY("yyyyMMdd", "d MMM"),
        MINUTE("yyyyMMddHHmm", "HH:mm");

        private final DateTimeFormatter period;
        private final DateTimeFormatter label;

        Unit(String period, String label) {
            this.period = DateTimeFormatter.ofPattern(period, Locale.ENGLISH);
            this.label = DateTimeFormatter.ofPattern(label, Locale.ENGLISH);
        }

        static Unit of(LocalDateTime first, LocalDateTime last) {
            if (ChronoUnit.DAYS.between(first, last) < 1) return MINUTE;
            if (ChronoUnit.DAYS.between(first, last) <= 62) return DAY;
            if (first.getYear() == last.getYear()) return MONTH;
            return ChronoUnit.MONTHS.between(first, last) < 24 ? MONTH_AND_YEAR : YEAR;
        }
    }

    private TimeLabels() {}

    /// Shape: one label per group, empty where the label before still holds; the groups themselves if any of them is no date.
    static List<String> of(List<String> groups) {
        var times = new ArrayList<LocalDateTime>();
        for (String group : groups) time(group).ifPresent(times::add);
        if (groups.isEmpty() || times.size() < groups.size()) return groups;
        return labels(times, Unit.of(times.getFirst(), times.getLast()));
    }

    private static List<String> labels(List<LocalDateTime> times, Unit unit) {
        var labels = new ArrayList<String>();
        String before = "";
        for (LocalDateTime time : times) {
            String now = unit.period.format(time);
            labels.add(now.equals(before) ? "" : unit.label.format(time));
            before = now;
        }
        return List.copyOf(labels);
    }

    private static Optional<LocalDateTime> time(String group) {
        try {
            if (group.length() == DATE_LENGTH)
                return Optional.of(LocalDate.parse(group).atStartOfDay());
            String local = group.replace(' ', 'T');
            return Optional.of(
                    LocalDateTime.parse(
                            local.substring(0, Math.min(SECONDS_LENGTH, local.length()))));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
