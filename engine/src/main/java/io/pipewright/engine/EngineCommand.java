package io.pipewright.engine;

import io.pipewright.plugin.Libraries;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a background engine is started.
final class EngineCommand {

    private EngineCommand() {}

    /// @param home the user's, absolute
    /// @param project absolute
    /// @param refusal the file that takes the reason if the engine cannot start, absolute
    static List<String> of(Libraries libraries, Path home, Path project, Path refusal) {
        var command = new ArrayList<String>();
        command.add(libraries.java().toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dpipewright.log=INFO",
                        "-Duser.home=" + home));
        handDown("pipewright.lib").ifPresent(command::add);
        handDown("pipewright.aot").ifPresent(command::add);
        cache().ifPresent(
                        cache ->
                                command.addAll(
                                        List.of(
                                                "-XX:AOTCache=" + cache,
                                                "-Xlog:aot*=off",
                                                "-Xlog:cds*=off")));
        command.add("-cp");
        command.add(
                libraries.classPath("engine").stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(EngineProcess.class.getName());
        command.add(project.toString());
        command.add(refusal.toString());
        return command;
    }

    /// What the launcher told this process, for the engine and its workers.
    private static Optional<String> handDown(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .map(value -> "-D" + property + "=" + value);
    }

    private static Optional<Path> cache() {
        return Optional.ofNullable(System.getProperty("pipewright.aot"))
                .map(folder -> Path.of(folder, "engine.aot"))
                .filter(Files::isRegularFile);
    }
}
