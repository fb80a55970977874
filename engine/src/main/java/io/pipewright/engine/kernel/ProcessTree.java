package io.pipewright.engine.kernel;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// A worker's process and everything it started, also what has left its parent since.
///
/// A member is known by PID and start time, as `ProcessHandle` compares them. Found by parent, by what was seen earlier, and on
/// Linux by the worker's name in the inherited environment. Thread: any.
final class ProcessTree {

    /// The variable that names the worker to all its children; no secret.
    static final String MARK = "PIPEWRIGHT_WORKER";

    private static final Duration POLL = Duration.ofMillis(5);

    private final ProcessHandle root;
    private final String mark;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark;
        seen.add(root);
    }

    ProcessHandle root() {
        return root;
    }

    /// Remembers who belongs to it now, and returns those that run, the root included.
    synchronized List<ProcessHandle> observe(ProcessTable table) {
        for (ProcessHandle known : List.copyOf(seen)) seen.addAll(table.below(known));
        seen.removeIf(process -> !process.equals(root) && !process.isAlive());
        return seen.stream().filter(ProcessTable::isRunning).toList();
    }

    /// All that runs now, searched thoroughly.
    synchronized List<ProcessHandle> members() {
        seen.addAll(ProcessTable.withEnvironment(MARK, mark));
        for (ProcessHandle known : List.copyOf(seen)) known.descendants().forEach(seen::add);
        return seen.stream().filter(ProcessTable::isRunning).toList();
    }

    /// Asks all of it to end (`SIGTERM`).
    void terminate() {
        members().forEach(ProcessHandle::destroy);
    }

    /// Kills all of it and waits until it is gone.
    ///
    /// @return whether nothing of it runs any more; a process stuck inside the operating system may stay
    boolean kill(Duration longest) {
        return kill(true, longest);
    }

    /// Kills what the worker has started, not the worker itself.
    boolean killChildren(Duration longest) {
        return kill(false, longest);
    }

    private boolean kill(boolean withRoot, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        List<ProcessHandle> left = victims(withRoot);
        // Again and again: a process may fork between being listed and being killed.
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(ProcessHandle::destroyForcibly);
            awaitGone(left, deadline);
            left = victims(withRoot);
        }
        return left.isEmpty();
    }

    private List<ProcessHandle> victims(boolean withRoot) {
        return members().stream().filter(process -> withRoot || !process.equals(root)).toList();
    }

    private static void awaitGone(List<ProcessHandle> processes, long deadline) {
        while (processes.stream().anyMatch(ProcessTable::isRunning)
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
