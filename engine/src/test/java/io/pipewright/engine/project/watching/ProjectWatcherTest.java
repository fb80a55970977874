package io.pipewright.engine.project.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWatcherTest {

    @TempDir Path temporary;
    private Path project = Path.of("");
    private final BlockingQueue<Set<Path>> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    private final ThreadFactory factory =
            task -> {
                Thread thread = new Thread(task, "watcher");
                threads.add(thread);
                return thread;
            };

    @BeforeEach
    void layOut() throws IOException {
        project = temporary.toRealPath();
        Files.createDirectories(project.resolve("pipelines/daily/.variables"));
        Files.createDirectories(project.resolve(".git"));
    }

    @Test
    void reportsAChangeDeepInTheProjectOnce() throws Exception {
        try (var _ = ProjectWatcher.start(project, changes::add, factory)) {
            Path file = Files.writeString(project.resolve("pipelines/daily/metadata.yaml"), "a");
            Files.writeString(file, "b");

            assertEquals(Set.of(file), next());
            assertTrue(changes.isEmpty());
        }
    }

    @Test
    void seesFoldersThatAreMadeLater() throws Exception {
        try (var _ = ProjectWatcher.start(project, changes::add, factory)) {
            Path folder = Files.createDirectories(project.resolve("custom"));
            assertEquals(Set.of(folder), next());

            Path file = Files.writeString(folder.resolve("a.py"), "x");
            assertEquals(Set.of(file), next());
        }
    }

    @Test
    void doesNotReportOutputsOrVersionControl() throws Exception {
        try (var _ = ProjectWatcher.start(project, changes::add, factory)) {
            Files.writeString(project.resolve("pipelines/daily/.variables/x.json"), "x");
            Files.writeString(project.resolve(".git/index"), "x");
            Files.createDirectories(project.resolve("venv/lib"));
            Path last = Files.writeString(project.resolve("last.txt"), "x");

            assertEquals(Set.of(last), next());
        }
    }

    @Test
    void endsItsThreadWhenItIsClosed() throws Exception {
        ProjectWatcher.start(project, changes::add, factory).close();

        Thread thread = threads.take();
        thread.join(Duration.ofSeconds(10));
        assertTrue(!thread.isAlive());
    }

    @Test
    void looksAgainAndAgainWhereTheSystemCannotWatch() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "x");
        Path gone = Files.writeString(project.resolve("b.txt"), "x");
        var source = new PolledChanges(project, Duration.ofMillis(20));
        Files.writeString(file, "longer");
        Files.delete(gone);
        Files.writeString(project.resolve("pipelines/daily/.variables/x.json"), "x");

        try (var _ = ProjectWatcher.start(project, source, changes::add, factory)) {
            assertEquals(Set.of(file, gone), next());
        }
    }

    private Set<Path> next() throws InterruptedException {
        Set<Path> change = changes.poll(20, TimeUnit.SECONDS);
        assertNotNull(change, "no change was reported");
        return change;
    }
}
