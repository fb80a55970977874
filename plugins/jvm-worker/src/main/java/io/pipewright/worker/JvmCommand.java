package io.pipewright.worker;

import io.pipewright.plugin.Libraries;
import io.pipewright.worker.table.DuckDb;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The command line of a worker JVM.
///
/// @param role the class path's name in [Libraries]; a file `<role>.aot` beside its jars is used as AOT cache
/// @param mainClass what to start
/// @param heap bytes of Java heap at most
/// @param duckDbMemory bytes that DuckDB may take outside the heap
public record JvmCommand(String role, String mainClass, long heap, long duckDbMemory) {

    private static final long MEBIBYTE = 1 << 20;

    // The cache of a training run fits only if these stay as they are; docs/jvm-workers.md says how
    // it is made.
    private static final List<String> ALWAYS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xshare:auto",
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
        command.addAll(aotCache(classPath));
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

    private List<String> aotCache(List<Path> classPath) {
        return classPath.stream()
                .map(jar -> jar.resolveSibling(role + ".aot"))
                .filter(Files::isRegularFile)
                .findFirst()
                // A cache that does not fit is ignored; its complaint must not land in the block's
                // log.
                .map(
                        cache ->
                                List.of(
                                        "-XX:AOTCache=" + cache,
                                        "-XX:AOTMode=auto",
                                        "-Xlog:disable",
                                        "-Xlog:all=off"))
                .orElse(List.of());
    }
}
