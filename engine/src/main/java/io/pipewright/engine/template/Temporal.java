package io.pipewright.engine.template;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Dates and times as Python's `datetime` module knows them. Units: microseconds.
sealed interface Temporal extends Value {
    /// @param zone empty for a naive datetime
    record DateTime(LocalDateTime local, Optional<ZoneOffset> zone) implements Temporal {
        static DateTime naive(LocalDateTime local) {
            return new DateTime(local, Optional.empty());
        }

        /// Seconds since 1970 with the clock read as UTC where no zone is known, as on Mage's servers.
        LocalDateTime inUtc() {
            return local.minusSeconds(zone.map(ZoneOffset::getTotalSeconds).orElse(0));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DateTime that
                    && zone.isPresent() == that.zone.isPresent()
                    && inUtc().equals(that.inUtc());
        }

        @Override
        public int hashCode() {
            return inUtc().hashCode();
        }

        @Override
        public String typeName() {
            return "datetime.datetime";
        }
    }

    record Date(LocalDate value) implements Temporal {
        @Override
        public String typeName() {
            return "datetime.date";
        }
    }

    record Time(LocalTime value, Optional<ZoneOffset> zone) implements Temporal {
        @Override
        public String typeName() {
            return "datetime.time";
        }
    }

    record Delta(Duration value) implements Temporal {
        long days() {
            return Math.floorDiv(value.toSeconds(), 86_400L);
        }

        long seconds() {
            return Math.floorMod(value.toSeconds(), 86_400L);
        }

        long microseconds() {
            return value.toNanosPart() / 1_000;
        }

        @Override
        public String typeName() {
            return "datetime.timedelta";
        }
    }

    record Zone(ZoneOffset value) implements Temporal {
        @Override
        public String typeName() {
            return "datetime.timezone";
        }
    }
}
