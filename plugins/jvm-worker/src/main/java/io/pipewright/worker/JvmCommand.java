package io.pipewright.worker;

import io.pipewright.plugin.Libraries;
import io.pipewright.worker.table.DuckDb;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The command line of a worker JVM.
///
/// @param role the class path's name in [Libraries]; and its AOT cache's
/// @param mainClass what to start
/// @param heap bytes of Java heap at most
/// @param duckDbMemory bytes that DuckDB may take outside the heap
public record JvmCommand(String role, String mainClass, long heap, long duckDbMemory) {

    /// System property of the engine: the folder with a file `<role>.aot` for each kind of process.
    static final String AOT_PROPERTY = "pipewright.aot";

    private static final long MEBIBYTE = 1 << 20;

    // A training run has the first four too, or its cache would not fit: app/make-aot-caches.
    private static final List<String> ALWAYS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.io.tmpdir=.",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8");

    public List<String> command(Libraries libraries) {
        List<Path> classPath = libraries.classPath(role);
        var command = new ArrayList<String>();
        command.add(libraries.java().toString());
        command.addAll(ALWAYS);
        command.addAll(aotCache());
        command.addAll(nativeLibraries(libraries));
        command.add("-Xmx" + Math.max(64, heap / MEBIBYTE) + "m");
        command.add("-D" + DuckDb.MEMORY_PROPERTY + "=" + duckDbMemory);
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        return command;
    }

    /// Where DuckDB's driver finds its native library, if it lies beside the driver. Else the driver unpacks its own.
    private static List<String> nativeLibraries(Libraries libraries) {
        String library = System.mapLibraryName("duckdb_java");
        return libraries
                .jar("duckdb_jdbc")
                .map(jar -> jar.resolveSibling(library))
                .filter(Files::isRegularFile)
                .map(file -> List.of("-Djava.library.path=" + file.getParent()))
                .orElse(List.of());
    }

    private List<String> aotCache() {
        return Optional.ofNullable(System.getProperty(AOT_PROPERTY))
                .map(folder -> Path.of(folder, role + ".aot"))
                .filter(Files::isRegularFile)
                // A cache that does not fit is ignored; its complaint must not land in a block's
                // log.
                .map(cache -> List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"))
                .orElse(List.of());
    }
}
