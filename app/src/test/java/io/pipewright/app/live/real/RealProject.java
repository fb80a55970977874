package io.pipewright.app.live.real;

import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A project on disk that keeps its outputs inside itself, and its background engine, which ends with the test.
///
/// Where the user's own settings and trusted folders are is up to the environment: the build points it into its own folder.
final class RealProject implements AutoCloseable {

    private final Path folder;
    private final ProjectSession session;

    private RealProject(Path folder) {
        this.folder = folder;
        this.session = new EngineSessions().open(folder);
    }

    /// @param folder where the copy goes; not there yet
    static RealProject copyOfSample(String name, Path folder) throws IOException {
        Path sample = Path.of("..", "sample-projects", name);
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList())
                Files.copy(file, folder.resolve(sample.relativize(file).toString()));
        }
        Files.writeString(folder.resolve("metadata.yaml"), "variables_dir: ./\n");
        return new RealProject(folder);
    }

    /// A project of one pipeline, `waiting`, whose one Python block ends when `gate` exists.
    static RealProject thatWaitsFor(Path gate, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("pipelines/waiting"));
        Files.createDirectories(folder.resolve("data_loaders"));
        Files.writeString(folder.resolve("metadata.yaml"), "variables_dir: ./\n");
        Files.writeString(
                folder.resolve("pipelines/waiting/metadata.yaml"),
                """
                name: waiting
                type: python
                uuid: waiting
                blocks:
                - {uuid: wait, name: wait, type: data_loader, language: python, upstream_blocks: []}
                """);
        Files.writeString(
                folder.resolve("data_loaders/wait.py"),
                """
                import os, time

                @data_loader
                def wait(*args, **kwargs):
                    while not os.path.exists(%s):
                        time.sleep(0.05)
                    return [1]
                """
                        .formatted("r'" + gate + "'"));
        return new RealProject(folder);
    }

    Path folder() {
        return folder;
    }

    ProjectSession session() {
        return session;
    }

    @Override
    public void close() {
        ProcessHandle engine = ProcessHandle.of(session.status().pid()).orElseThrow();
        session.close();
        engine.destroy();
        engine.onExit().join();
    }
}
