package io.pipewright.engine.store;

import io.pipewright.engine.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// Opens stores for tests.
final class Stores {

    static final ThreadFactory THREADS = Thread.ofPlatform().name("store-", 1).daemon().factory();

    private static final byte[] EMPTY = makeEmpty();

    private Stores() {}

    /// A store that is there and empty: made once for all tests, since the migrations take longer than most of these.
    static EngineStore open(Path variables) {
        StoreSettings settings = settings(variables);
        try {
            Path database = settings.folder().database();
            if (!Files.exists(database)) Files.write(database, EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EngineStore.open(settings);
    }

    static StoreSettings settings(Path variables) {
        return settings(variables, variables.resolve("project"), InstantSource.fixed(Runs.NOON));
    }

    static StoreSettings settings(Path variables, Path project, InstantSource clock) {
        var owner =
                new StoreOwner(
                        project.toAbsolutePath(), Optional.of("0123456789abcdef0123456789abcdef"));
        return new StoreSettings(
                StateFolder.in(variables.toAbsolutePath()), owner, 1, clock, THREADS);
    }

    private static byte[] makeEmpty() {
        try {
            Path folder = Files.createTempDirectory("empty-store");
            EngineStore.open(settings(folder)).close();
            Path database = settings(folder).folder().database();
            byte[] bytes = Files.readAllBytes(database);
            Files.delete(database);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
