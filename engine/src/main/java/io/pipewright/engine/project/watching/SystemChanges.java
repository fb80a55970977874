package io.pipewright.engine.project.watching;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Changes as the operating system reports them.
final class SystemChanges implements ChangeSource {

    /// A save is often several events: write, rename, touch.
    private static final long QUIET_MILLIS = 120;

    private static final int MOST_KEYS = 100;

    private final Path project;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /// @throws IOException if the system cannot watch so many folders
    SystemChanges(Path project) throws IOException {
        this.project = project;
        this.service = project.getFileSystem().newWatchService();
        try {
            register(project);
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private void register(Path root) throws IOException {
        WatchedTree.walk(root, (folder, _) -> registerFolder(folder), (_, _) -> {});
    }

    private void registerFolder(Path folder) throws IOException {
        try {
            folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
        } catch (NoSuchFileException _) {
            // It was deleted again; its parent reports that.
        }
    }

    @Override
    public Set<Path> await() throws IOException, InterruptedException {
        Set<Path> changed = new LinkedHashSet<>();
        while (changed.isEmpty()) collect(service.take(), changed);
        WatchKey next = more();
        // A folder that never rests is still reported.
        for (int i = 0; i < MOST_KEYS && next != null; i++) {
            collect(next, changed);
            next = more();
        }
        if (next != null) collect(next, changed);
        return changed;
    }

    private @Nullable WatchKey more() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void collect(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.getOrDefault(key, project);
        for (WatchEvent<?> event : key.pollEvents()) {
            // An overflow has no name: anything may have changed.
            Path path = event.context() instanceof Path name ? folder.resolve(name) : project;
            if (WatchedTree.isIgnored(path)) continue;
            changed.add(path);
            boolean isNewFolder =
                    event.kind().equals(ENTRY_CREATE)
                            && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (isNewFolder) register(path);
        }
        if (!key.reset()) folders.remove(key);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
