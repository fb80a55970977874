package io.pipewright.engine.kernel;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The memory of this machine, or of the container it looks like. Units: bytes.
///
/// @param total all of it
/// @param available what new processes can have without swapping, now
public record MachineMemory(long total, LongSupplier available) {

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    public static MachineMemory ofThisMachine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize();
        return new MachineMemory(total, () -> Math.min(availableNow(system), total));
    }

    /// What one worker and its children may use unless a setting says otherwise: a quarter.
    public long defaultWorkerLimit() {
        return total / 4;
    }

    /// What stays free for the system and its file cache.
    long reserve() {
        return Math.min(total / 20, 512L << 20);
    }

    // "Free" leaves out the file cache, which the system gives back on demand; only Linux tells
    // that figure.
    private static long availableNow(OperatingSystemMXBean system) {
        if (!OperatingSystem.isLinux()) return system.getFreeMemorySize();
        try {
            Matcher found = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            return found.find()
                    ? Long.parseLong(found.group(1)) * 1024
                    : system.getFreeMemorySize();
        } catch (IOException _) {
            return system.getFreeMemorySize();
        }
    }
}
