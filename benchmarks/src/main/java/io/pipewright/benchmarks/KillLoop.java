package io.pipewright.benchmarks;

import io.pipewright.benchmarks.TemporaryProject.Language;
import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.SessionException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Kills the engine with SIGKILL at random moments while runs are going, starts a new one, and checks that the database opens,
/// nothing acknowledged is missing or changed, no run stays "running" and no worker survives.
///
///     benchmarks/run KillLoop [cycles] [seed]
final class KillLoop {

    private static final String WORK =
            """
            import time
            from pipewright import Table

            @transformer
            def work(*args, **kwargs):
                time.sleep(0.03)
                return Table.from_rows([{'n': n} for n in range(1000)])
            """;
    private static final int RUNS_AT_ONCE = 4;

    private final TemporaryProject project;
    private final Random random;
    private final Map<RunId, PipelineRunState> told = new ConcurrentHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Duration> ready = new ArrayList<>();

    private KillLoop(TemporaryProject project, long seed) {
        this.project = project;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        int cycles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        try (TemporaryProject project = pipeline()) {
            var loop = new KillLoop(project, seed);
            for (int cycle = 1; cycle <= cycles; cycle++) {
                loop.cycle();
            }
            loop.finish(cycles);
        }
    }

    private static TemporaryProject pipeline() throws IOException {
        return TemporaryProject.create("kill")
                .block("a", Language.PYTHON, List.of(), WORK, "")
                .block("b", Language.PYTHON, List.of("a"), WORK, "")
                .block("c", Language.PYTHON, List.of("a"), WORK, "")
                .block("d", Language.PYTHON, List.of("b", "c"), WORK, "")
                .pipeline("diamond");
    }

    private void cycle() {
        try (ProjectSession session = open();
                var _ = session.subscribe(this::remember)) {
            check(session);
            for (int i = 0; i < RUNS_AT_ONCE; i++) {
                told.putIfAbsent(
                        session.start(RunRequest.of(new PipelineId("diamond"))),
                        new PipelineRunState.Initial());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(600)));
            kill(session.status().pid());
        }
    }

    private ProjectSession open() {
        Instant from = Instant.now();
        ProjectSession session = new EngineSessions().open(project.folder());
        session.trust();
        session.listing();
        ready.add(Duration.between(from, Instant.now()));
        return session;
    }

    private void remember(EngineEvent event) {
        if (event instanceof EngineEvent.RunChanged(PipelineRun run) && run.state().isFinal()) {
            told.put(run.id(), run.state());
        }
    }

    private void kill(long pid) {
        ProcessHandle engine = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> workers = engine.descendants().toList();
        engine.destroyForcibly();
        engine.onExit().join();
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (workers.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        workers.stream()
                .filter(ProcessHandle::isAlive)
                .forEach(
                        worker ->
                                violations.add(
                                        "worker " + worker.pid() + " outlived its engine by 5 s"));
    }

    /// Everything an earlier engine told must be there, and nothing of it may still be going.
    private void check(ProjectSession session) {
        told.forEach(
                (id, state) ->
                        session.run(id)
                                .ifPresentOrElse(
                                        detail -> compare(detail.run(), state),
                                        () ->
                                                violations.add(
                                                        "run "
                                                                + id
                                                                + " was acknowledged and is missing")));
    }

    private void compare(PipelineRun now, PipelineRunState before) {
        if (!now.state().isFinal())
            violations.add("run " + now.id() + " stayed " + now.state().word());
        if (before.isFinal() && !before.equals(now.state())) {
            violations.add("run " + now.id() + " was told as " + before + " and is " + now.state());
        }
    }

    private void finish(int cycles) {
        try (ProjectSession session = open()) {
            check(session);
            ProcessHandle last = ProcessHandle.of(session.status().pid()).orElseThrow();
            last.destroy();
            // It writes into the project's folder until it is gone.
            last.onExit().join();
        } catch (SessionException e) {
            violations.add("the engine did not open after the last kill: " + e.getMessage());
        }
        long ended = told.values().stream().filter(PipelineRunState::isFinal).count();
        System.out.println(
                cycles + " kills, " + told.size() + " runs acknowledged, " + ended + " ends told");
        Figures.print("from open to ready", ready);
        violations.forEach(System.out::println);
        System.out.println(
                violations.isEmpty() ? "nothing lost" : violations.size() + " violations");
        if (!violations.isEmpty()) System.exit(1);
    }
}
