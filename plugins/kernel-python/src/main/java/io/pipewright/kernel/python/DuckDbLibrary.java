package io.pipewright.kernel.python;

import io.pipewright.plugin.Libraries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// DuckDB's native library, which Python loads as a file. An installation has it beside DuckDB's jar; otherwise the jar carries it,
/// for each platform.
final class DuckDbLibrary {

    private DuckDbLibrary() {}

    /// The library beside DuckDB's jar. If there is none, as in a build, the one in the jar, unpacked on first use; empty if the jar
    /// has none for this machine.
    static Optional<Path> find(Path runtimeFolder, Libraries libraries) throws IOException {
        Optional<Path> jar = libraries.jar("duckdb_jdbc");
        if (jar.isEmpty()) return Optional.empty();
        Path beside = jar.get().resolveSibling(System.mapLibraryName("duckdb_java"));
        if (Files.isRegularFile(beside)) return Optional.of(beside);
        try (ZipFile zip = new ZipFile(jar.get().toFile())) {
            ZipEntry entry = zip.getEntry(entryName());
            return entry == null
                    ? Optional.empty()
                    : Optional.of(unpack(zip, entry, runtimeFolder));
        }
    }

    private static Path unpack(ZipFile zip, ZipEntry entry, Path runtimeFolder) throws IOException {
        String version = "duckdb-%08x-%d".formatted(entry.getCrc(), entry.getSize());
        Path folder =
                AtomicFolder.in(
                        runtimeFolder,
                        version,
                        unfinished -> {
                            try (InputStream content = zip.getInputStream(entry)) {
                                Files.copy(content, unfinished.resolve(entry.getName()));
                            }
                        });
        return folder.resolve(entry.getName());
    }

    private static String entryName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return "libduckdb_java.so_%s_%s".formatted(systemWord(system), processorWord(processor));
    }

    private static String systemWord(String system) {
        if (system.contains("windows")) return "windows";
        return system.contains("mac") ? "macos" : "linux";
    }

    private static String processorWord(String processor) {
        return processor.equals("aarch64") || processor.equals("arm64") ? "arm64" : "amd64";
    }
}
