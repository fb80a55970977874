package io.pipewright.engine;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.store.StateFolder;
import io.pipewright.engine.variable.OutputLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where everything of one open project lies.
///
/// @param project as read when the engine was opened
/// @param state the engine's own folder
/// @param outputs below the variables folder
/// @param logsRoot `LOGS_DIR_PATH` of the environment, else the variables folder
record ProjectPlaces(Project project, StateFolder state, OutputLayout outputs, Path logsRoot) {

    static ProjectPlaces of(Project project, HostEnvironment host) {
        Path variables = project.settings().variablesFolder();
        Path logs = host.variable("LOGS_DIR_PATH").map(Path::of).orElse(variables);
        return new ProjectPlaces(
                project,
                StateFolder.in(variables),
                new OutputLayout(variables),
                logs.toAbsolutePath());
    }

    /// An id that no partition folder has yet, so that our runs never write into another product's.
    long firstFreeTriggerId() {
        Path pipelines = outputs.variablesFolder().resolve("pipelines");
        if (!Files.isDirectory(pipelines)) return 1;
        try (Stream<Path> found = Files.list(pipelines)) {
            return found.map(pipeline -> pipeline.resolve(".variables"))
                            .filter(Files::isDirectory)
                            .mapToLong(ProjectPlaces::highestNumber)
                            .max()
                            .orElse(0)
                    + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the stored outputs in " + pipelines, e);
        }
    }

    private static long highestNumber(Path folder) {
        try (Stream<Path> partitions = Files.list(folder)) {
            return partitions
                    .map(partition -> partition.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the partitions in " + folder, e);
        }
    }
}
