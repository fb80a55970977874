package io.pipewright.engine.project.watching;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Changes found by looking again and again: for folders that the system cannot watch.
final class PolledChanges implements ChangeSource {

    private final Path project;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Map<Path, Stamp> known;

    private record Stamp(long size, FileTime modified) {}

    PolledChanges(Path project, Duration pause) throws IOException {
        this.project = project;
        this.pause = pause;
        this.known = look();
    }

    @Override
    public Set<Path> await() throws IOException, InterruptedException {
        Set<Path> changed = Set.of();
        while (changed.isEmpty()) {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ClosedWatchServiceException();
            }
            Map<Path, Stamp> now = look();
            changed = differences(known, now);
            known = now;
        }
        return changed;
    }

    private Map<Path, Stamp> look() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        WatchedTree.walk(
                project,
                (_, _) -> {},
                (file, attributes) ->
                        stamps.put(
                                file, new Stamp(attributes.size(), attributes.lastModifiedTime())));
        return stamps;
    }

    private static Set<Path> differences(Map<Path, Stamp> before, Map<Path, Stamp> after) {
        Set<Path> changed = new LinkedHashSet<>();
        after.forEach(
                (path, stamp) -> {
                    if (!stamp.equals(before.get(path))) changed.add(path);
                });
        before.keySet().stream().filter(path -> !after.containsKey(path)).forEach(changed::add);
        return changed;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
