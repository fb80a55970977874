package io.pipewright.engine.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// How a store came to be open.
public sealed interface StoreOpening {

    /// There was none.
    record Created() implements StoreOpening {}

    record Opened() implements StoreOpening {}

    /// It was of an older version.
    ///
    /// @param backup of the state before
    record Migrated(int from, int to, Path backup) implements StoreOpening {}

    /// It was damaged or gone.
    ///
    /// @param movedAside where the damaged file is now; empty if there was none
    /// @param backupTaken when the restored backup was taken; empty if there was no good one and the history starts anew
    record Restored(String why, Optional<Path> movedAside, Optional<Instant> backupTaken)
            implements StoreOpening {

        private String tell() {
            String now =
                    backupTaken
                            .map(
                                    taken ->
                                            "It was restored from the backup of "
                                                    + taken
                                                    + "; runs after that are missing from it.")
                            .orElse("There was no backup, so it starts anew.");
            String aside =
                    movedAside.map(file -> " The damaged file is kept as " + file + ".").orElse("");
            return "The run history could not be used ("
                    + why
                    + "). "
                    + now
                    + aside
                    + " Project files, outputs and logs are untouched.";
        }
    }

    /// For people; empty when there is nothing to tell.
    default Optional<String> sentence() {
        return switch (this) {
            case Created _, Opened _ -> Optional.empty();
            case Migrated(int from, int to, var backup) ->
                    Optional.of(
                            "The run history was brought from version "
                                    + from
                                    + " to "
                                    + to
                                    + ". A backup of before is "
                                    + backup
                                    + ".");
            case Restored restored -> Optional.of(restored.tell());
        };
    }
}
