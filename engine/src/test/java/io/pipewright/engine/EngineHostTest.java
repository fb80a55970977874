package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.session.SocketSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EngineHostTest {

    @TempDir Path home;
    @TempDir Path project;
    @TempDir Path variables;

    private EngineHost host() throws IOException {
        Files.writeString(project.resolve("metadata.yaml"), "variables_dir: " + variables + "\n");
        return EngineHost.tryOpen(project, TestHost.in(home)).orElseThrow();
    }

    private Path state() throws IOException {
        try (var files = Files.walk(variables)) {
            return files.filter(folder -> Files.exists(folder.resolve("engine.json")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void tellsAWindowOnceThatTheEngineStops() throws Exception {
        List<EngineEvent> told = new CopyOnWriteArrayList<>();
        // The one that reads and the one that tells.
        var threadsEnded = new CountDownLatch(2);
        try (var _ = host()) {
            var session =
                    SocketSession.connect(
                            EngineAddressFile.read(state()).orElseThrow(),
                            EngineJson.mapper(),
                            work ->
                                    Thread.ofVirtual()
                                            .unstarted(
                                                    () -> {
                                                        work.run();
                                                        threadsEnded.countDown();
                                                    }));
            session.subscribe(told::add);
            session.status();
        }
        assertTrue(threadsEnded.await(60, TimeUnit.SECONDS));

        assertEquals(List.of(new EngineEvent.EngineStopping()), told);
    }

    @Test
    @Timeout(60)
    void doesNotOutliveTheFolderOfItsProject() throws IOException {
        try (var host = host()) {
            Files.delete(project.resolve("metadata.yaml"));
            Files.delete(project);

            assertEquals("the folder is gone", host.awaitIdle(Duration.ofDays(1)));
        }
    }
}
