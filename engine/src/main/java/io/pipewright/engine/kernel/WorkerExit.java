package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import io.pipewright.plugin.WorkerCommand.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Why a worker's process ended, in words.
///
/// @param code as the operating system reports it; 128 + n for signal n
/// @param memoryShort whether the operating system killed a process for lack of memory meanwhile
record WorkerExit(int code, Runtime runtime, boolean memoryShort) {

    // HotSpot's exit code under -XX:+ExitOnOutOfMemoryError.
    private static final int JVM_OUT_OF_MEMORY = 3;
    private static final int SIGKILL = 9;
    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    1,
                    "SIGHUP",
                    2,
                    "SIGINT",
                    4,
                    "SIGILL, an illegal instruction",
                    6,
                    "SIGABRT, an abort in native code",
                    7,
                    "SIGBUS, a bad memory access",
                    8,
                    "SIGFPE, an arithmetic fault",
                    SIGKILL,
                    "SIGKILL",
                    11,
                    "SIGSEGV, a crash in native code",
                    15,
                    "SIGTERM",
                    24,
                    "SIGXCPU, its CPU time limit");

    /// How often the operating system has killed for lack of memory since it started; 0 where it does not tell.
    static long outOfMemoryKills() {
        if (!OperatingSystem.isLinux()) return 0;
        try {
            return Files.readAllLines(Path.of("/proc/vmstat")).stream()
                    .filter(line -> line.startsWith("oom_kill "))
                    .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length()).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }

    BlockError describe() {
        int signal = OperatingSystem.isWindows() || code <= 128 ? 0 : code - 128;
        if (runtime == Runtime.JVM && code == JVM_OUT_OF_MEMORY) {
            return BlockError.of(
                    "OutOfMemory",
                    "the block needed more memory than its worker may use; handle less data at once, or raise \"memory_limit\" in the map \"pipewright\" of the project's or the pipeline's metadata.yaml");
        }
        if (signal == SIGKILL && memoryShort) {
            return BlockError.of(
                    "OutOfMemory",
                    "the operating system killed the block's process because this machine ran out of memory;"
                            + " handle less data at once or run fewer blocks at the same time");
        }
        if (signal > 0) {
            String name = SIGNALS.getOrDefault(signal, "signal " + signal);
            return BlockError.of(
                    "WorkerKilled",
                    "the block's process was killed (" + name + ") before the block finished");
        }
        return BlockError.of(
                "WorkerExited",
                "the block's process ended with exit code " + code + " before the block finished");
    }
}
