package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import io.pipewright.plugin.WorkerCommand.Runtime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings claims and workers together: first come, first served, except that nobody waits for a database file that others hold.
///
/// Whatever changes (a claim, a free worker, an ended one, memory) is followed by one matching pass.
/// Thread: any; all state is guarded by this object, starting and ending processes happens outside.
final class WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final BlockError STOPPING =
            BlockError.of("EngineStopping", "the engine is stopping");

    private final WorkerStarter starter;
    private final MachineMemory memory;
    private final PoolThreads threads;
    private final InstantSource clock;
    private final List<PooledWorker> workers = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<WorkerLaunch> starting = new ArrayList<>();
    private final Map<String, String> runtimes = new HashMap<>();
    private boolean closed;

    WorkerPool(
            WorkerStarter starter, MachineMemory memory, PoolThreads threads, InstantSource clock) {
        this.starter = starter;
        this.memory = memory;
        this.threads = threads;
        this.clock = clock;
    }

    /// Waits for a worker. Blocking.
    PooledWorker take(Claim claim) throws WorkerStartException {
        synchronized (this) {
            if (closed) claim.refuse(new WorkerStartException(STOPPING.message()));
            else claims.add(claim);
        }
        match();
        return claim.await();
    }

    /// Ends a wait, if it still waits.
    void withdraw(Claim claim) {
        synchronized (this) {
            if (!claims.remove(claim)) return;
        }
        claim.refuse(new WorkerStartException("withdrawn"));
    }

    /// @param reusable whether it can take another request
    void giveBack(PooledWorker worker, boolean reusable) {
        boolean rested = reusable && !isTired(worker);
        boolean kept;
        synchronized (this) {
            kept = rested && !closed;
            if (kept) worker.giveBack(clock.instant());
            else worker.end();
        }
        if (kept) match();
        else inBackground(() -> end(worker));
    }

    private boolean isTired(PooledWorker worker) {
        if (worker.launch().command().runtime() != Runtime.CPYTHON) return false;
        ProcessHandle root = worker.process().tree().root();
        return worker.uses() >= PoolSettings.CPYTHON_USES
                || ResidentMemory.upperBound(List.of(root)) > worker.launch().restingMemory();
    }

    /// Starts a worker unless one is alive or on its way.
    void warm(WorkerLaunch launch) {
        synchronized (this) {
            boolean there =
                    Stream.concat(starting.stream(), workers.stream().map(PooledWorker::launch))
                            .anyMatch(other -> other.key().equals(launch.key()));
            if (closed || there) return;
            starting.add(launch);
        }
        inBackground(() -> start(launch));
    }

    synchronized Kernels.KernelStatus status() {
        return new Kernels.KernelStatus(workers.size(), Map.copyOf(runtimes));
    }

    private void match() {
        Matching pass;
        synchronized (this) {
            pass = new Matching(workers, starting, memory);
            claims.forEach(pass::match);
            pass.assigned.forEach(given -> claims.remove(given.claim()));
            starting.addAll(pass.starts);
        }
        pass.assigned.forEach(given -> given.claim().fulfil(given.worker()));
        pass.waiting.forEach(wait -> wait.claim().tellWaiting(wait.reason()));
        pass.ends.forEach(worker -> inBackground(() -> end(worker)));
        pass.starts.forEach(launch -> inBackground(() -> start(launch)));
    }

    private void start(WorkerLaunch launch) {
        try {
            arrived(launch, new PooledWorker(starter.start(launch), clock.instant()));
        } catch (WorkerStartException e) {
            LOG.info("{}", e.getMessage());
            failed(launch, e);
        }
        match();
    }

    private void arrived(WorkerLaunch launch, PooledWorker worker) {
        boolean late;
        synchronized (this) {
            starting.remove(launch);
            workers.add(worker);
            runtimes.put(launch.kernel(), worker.process().runtime());
            late = closed;
            if (late) worker.end();
        }
        var _ = worker.process().onExit().thenRun(() -> inBackground(() -> exited(worker)));
        if (late) end(worker);
    }

    // Whoever waits for the same kind of worker would see the same failure.
    private void failed(WorkerLaunch launch, WorkerStartException why) {
        List<Claim> refused;
        synchronized (this) {
            starting.remove(launch);
            refused =
                    claims.stream()
                            .filter(claim -> claim.launch().key().equals(launch.key()))
                            .toList();
            claims.removeAll(refused);
            notifyAll();
        }
        refused.forEach(claim -> claim.refuse(why));
    }

    /// An idle worker that ended by itself leaves the pool; a busy one is noticed by who uses it.
    private void exited(PooledWorker worker) {
        synchronized (this) {
            if (!worker.isIdle()) return;
            worker.end();
        }
        end(worker);
    }

    private void end(PooledWorker worker) {
        worker.process().stop();
        synchronized (this) {
            workers.remove(worker);
            notifyAll();
        }
        match();
    }

    /// Ends workers that have been idle for too long, and looks at the memory again for those who wait.
    void sweep() {
        List<PooledWorker> expired;
        synchronized (this) {
            expired = expired(clock.instant());
            expired.forEach(PooledWorker::end);
        }
        expired.forEach(worker -> inBackground(() -> end(worker)));
        match();
    }

    private List<PooledWorker> expired(Instant now) {
        var expired = new ArrayList<PooledWorker>();
        var kept = new HashMap<String, Integer>();
        List<PooledWorker> newestFirst =
                workers.stream()
                        .filter(PooledWorker::isIdle)
                        .sorted(Comparator.comparing(PooledWorker::idleSince).reversed())
                        .toList();
        for (PooledWorker worker : newestFirst) {
            Runtime runtime = worker.launch().command().runtime();
            String group = runtime == Runtime.CPYTHON ? "CPython" : worker.launch().key();
            int rank = kept.merge(group, 1, Integer::sum);
            Duration longest =
                    rank <= PoolSettings.keptIdle(runtime)
                            ? PoolSettings.IDLE_TIME
                            : PoolSettings.SURPLUS_TIME;
            if (!worker.idleSince().plus(longest).isAfter(now)) expired.add(worker);
        }
        return expired;
    }

    /// Ends all workers, busy ones at once. Blocking until they are gone, a few seconds at most.
    void close() {
        List<PooledWorker> busy = new ArrayList<>();
        List<PooledWorker> idle = new ArrayList<>();
        List<Claim> refused;
        synchronized (this) {
            closed = true;
            refused = List.copyOf(claims);
            claims.clear();
            for (PooledWorker worker : workers) (worker.isIdle() ? idle : busy).add(worker);
            idle.forEach(PooledWorker::end);
        }
        refused.forEach(claim -> claim.refuse(new WorkerStartException(STOPPING.message())));
        busy.forEach(worker -> inBackground(() -> worker.process().kill(STOPPING)));
        idle.forEach(worker -> inBackground(() -> end(worker)));
        awaitEmpty();
    }

    private synchronized void awaitEmpty() {
        long deadline = System.nanoTime() + PoolSettings.CLOSE_TIME.toNanos();
        while (!workers.isEmpty() || !starting.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                LOG.warn("{} workers did not end in time", workers.size() + starting.size());
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void inBackground(Runnable work) {
        threads.inBackground(work);
    }
}
