package io.pipewright.engine.kernel;

import java.util.Locale;

/// Which operating system this is, where the workers' side differs.
enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS;

    private static final OperatingSystem THIS = of(System.getProperty("os.name", ""));

    static OperatingSystem current() {
        return THIS;
    }

    static boolean isLinux() {
        return THIS == LINUX;
    }

    static boolean isWindows() {
        return THIS == WINDOWS;
    }

    /// Other Unix systems count as macOS: no `/proc`, but `ps`.
    static OperatingSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("linux")) return LINUX;
        return lower.contains("windows") ? WINDOWS : MACOS;
    }
}
