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

/// DuckDB's native library, which DuckDB's jar carries for each platform; Python loads it as a file.
final class DuckDbLibrary {

    private DuckDbLibrary() {}

    /// Unpacks the library of this machine, if it is not there yet; empty if DuckDB's jar has none for it.
    static Optional<Path> unpackInto(Path runtimeFolder, Libraries libraries) throws IOException {
        Optional<Path> jar = libraries.jar("duckdb_jdbc");
        if (jar.isEmpty()) return Optional.empty();
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
