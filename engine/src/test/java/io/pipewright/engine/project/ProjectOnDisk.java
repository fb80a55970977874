package io.pipewright.engine.project;

import io.pipewright.engine.project.HostEnvironment.OperatingSystem;
import io.pipewright.engine.project.reading.ProjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A project folder that a test writes file by file.
public record ProjectOnDisk(Path folder) {

    /// An empty project below `parent`.
    public static ProjectOnDisk in(Path parent) {
        try {
            Path folder = Files.createDirectories(parent.resolve("demo")).toRealPath();
            return new ProjectOnDisk(folder).file("metadata.yaml", "project_type: standalone\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProjectOnDisk file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public ProjectOnDisk bytes(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProjectOnDisk pipeline(String id, String text) {
        return file("pipelines/" + id + "/metadata.yaml", text);
    }

    /// An environment without variables, its home beside the project.
    public HostEnvironment host() {
        return host(Map.of());
    }

    public HostEnvironment host(Map<String, String> variables) {
        return new HostEnvironment(variables, folder.resolveSibling("home"), OperatingSystem.LINUX);
    }

    public Project read() {
        return new ProjectReader(host()).read(folder);
    }
}
