package io.pipewright.engine.kernel;

import io.pipewright.plugin.WorkerCommand.Runtime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One pass over the claims: who gets which worker, which workers are started or ended, and why the rest waits.
///
/// Changes the workers' use as it goes; everything else it leaves in its lists for the pool to do.
final class Matching {

    final List<Assigned> assigned = new ArrayList<>();
    final List<WorkerLaunch> starts = new ArrayList<>();
    final List<PooledWorker> ends = new ArrayList<>();
    final List<Waiting> waiting = new ArrayList<>();

    private final List<PooledWorker> workers;
    private final Map<String, Integer> arriving;
    private final Set<Path> spokenFor = new HashSet<>();
    private final MachineMemory memory;
    private long promised;

    /// @param starting workers on their way, that nobody has been given yet
    Matching(List<PooledWorker> workers, List<WorkerLaunch> starting, MachineMemory memory) {
        this.workers = workers;
        this.memory = memory;
        this.arriving = new HashMap<>();
        for (WorkerLaunch launch : starting) {
            arriving.merge(launch.key(), 1, Integer::sum);
            promised += startingMemory(launch);
        }
    }

    record Assigned(Claim claim, PooledWorker worker) {}

    record Waiting(Claim claim, String reason) {}

    void match(Claim claim) {
        List<PooledWorker> holders =
                workers.stream()
                        .filter(worker -> !Collections.disjoint(worker.files(), claim.files()))
                        .toList();
        Optional<PooledWorker> busy =
                holders.stream().filter(worker -> !worker.isIdle()).findFirst();
        if (busy.isPresent()) {
            waiting.add(new Waiting(claim, held(claim, busy.get())));
        } else if (!Collections.disjoint(spokenFor, claim.files())) {
            waiting.add(new Waiting(claim, "another block is about to use the same database file"));
        } else if (holders.size() > 1) {
            // Two workers each hold one of its files; all but one have to let go.
            holders.stream().skip(1).forEach(this::end);
            waiting.add(
                    new Waiting(
                            claim, "a worker that holds one of its database files is being ended"));
        } else {
            giveOrStart(claim, holders);
        }
        spokenFor.addAll(claim.files());
    }

    private static String held(Claim claim, PooledWorker worker) {
        Path file =
                worker.files().stream().filter(claim.files()::contains).findFirst().orElseThrow();
        return "\"" + file.getFileName() + "\" is in use by " + worker.usedBy();
    }

    private void giveOrStart(Claim claim, List<PooledWorker> holders) {
        Optional<PooledWorker> free =
                holders.isEmpty() ? freeWorker(claim) : Optional.of(holders.getFirst());
        if (free.isPresent()) {
            free.get().take(claim);
            assigned.add(new Assigned(claim, free.get()));
            return;
        }
        String key = claim.launch().key();
        int left = arriving.getOrDefault(key, 0);
        if (left > 0) {
            arriving.put(key, left - 1);
            waiting.add(new Waiting(claim, "its worker is starting"));
        } else {
            startFor(claim);
        }
    }

    // The one used last has the warmest caches; one without database files spares those for who
    // needs them.
    private Optional<PooledWorker> freeWorker(Claim claim) {
        return workers.stream()
                .filter(worker -> worker.launch().key().equals(claim.launch().key()))
                .filter(PooledWorker::isIdle)
                .min(
                        Comparator.comparing((PooledWorker worker) -> !worker.files().isEmpty())
                                .thenComparing(PooledWorker::idleSince, Comparator.reverseOrder()));
    }

    private void startFor(Claim claim) {
        long needed = startingMemory(claim.launch());
        long free = memory.available().getAsLong() - promised - memory.reserve();
        boolean first = workers.isEmpty() && promised == 0;
        if (first || free >= needed) {
            promised += needed;
            starts.add(claim.launch());
            waiting.add(new Waiting(claim, "its worker is starting"));
            return;
        }
        workers.stream().filter(PooledWorker::isIdle).findFirst().ifPresent(this::end);
        waiting.add(new Waiting(claim, memoryIsShort(needed)));
    }

    private String memoryIsShort(long needed) {
        return "memory is short: one more worker needs "
                + Bytes.text(needed)
                + " besides the "
                + Bytes.text(memory.reserve())
                + " left to the system; "
                + workers.size()
                + " workers are alive";
    }

    private static long startingMemory(WorkerLaunch launch) {
        Runtime runtime = launch.command().runtime();
        return PoolSettings.startingMemory(runtime);
    }

    private void end(PooledWorker worker) {
        worker.end();
        ends.add(worker);
    }
}
