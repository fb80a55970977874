package io.pipewright.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Tells one process from every other, also from one that later gets the same number.
///
/// @param pid its number
/// @param start when it started, in whatever words this operating system keeps unchanged while the process lives
record ProcessIdentity(long pid, String start) {

    // Of the fields from the state on: `starttime` is field 22 of the line, the state is field 3.
    private static final int START_TIME = 22 - 3;

    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return startOf(process).map(start -> new ProcessIdentity(process.pid(), start));
    }

    /// The process, if it is the same one and still runs.
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessTable::isRunning)
                .filter(process -> startOf(process).filter(start::equals).isPresent());
    }

    private static Optional<String> startOf(ProcessHandle process) {
        // Linux derives the wall clock time from a boot time that moves when the clock is set;
        // ticks since boot do not.
        if (OperatingSystem.isLinux()) {
            return ProcessTable.stat(process.pid())
                    .filter(fields -> fields.size() > START_TIME)
                    .map(fields -> fields.get(START_TIME) + "@" + bootId());
        }
        return process.info().startInstant().map(Instant::toString);
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException _) {
            return "unknown";
        }
    }
}
