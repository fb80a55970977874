package io.pipewright.engine.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// What the rules look at: everything of ours that the engine's tests can see, without the tests.
final class OurClasses {
    private OurClasses() {}

    static JavaClasses main() {
        return new ClassFileImporter()
                .importLocations(
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of)
                                .filter(entry -> !entry.endsWith("test-classes"))
                                .filter(OurClasses::holdsOurs)
                                .map(Location::of)
                                .toList());
    }

    private static boolean holdsOurs(Path entry) {
        if (Files.isDirectory(entry)) return Files.exists(entry.resolve("io/pipewright"));
        if (!Files.exists(entry)) return false;
        try (var jar = new JarFile(entry.toFile())) {
            return jar.getEntry("io/pipewright/") != null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + entry, e);
        }
    }
}
