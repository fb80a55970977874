package io.pipewright.engine;

import static io.pipewright.engine.SessionProject.FAILING;
import static io.pipewright.engine.SessionProject.TABLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunQuery;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.FolderRemoval;
import io.pipewright.engine.variable.VariableKey;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// The events of a session, and what it says before it may and after it can, the same in this process and over the socket.
abstract class SessionLifeContract {

    @TempDir Path parent;

    private SessionProject project;
    private ProjectSession session;
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();

    abstract ProjectSession connect(SessionProject project);

    @BeforeEach
    void open() {
        project = SessionProject.in(parent);
        session = connect(project);
    }

    @AfterEach
    void close() {
        session.close();
        project.close();
    }

    @Test
    void runsNothingBeforeTheFolderIsTrusted() {
        var refused =
                assertThrows(SessionException.class, () -> session.start(RunRequest.of(FAILING)));

        assertEquals(
                "The folder "
                        + project.folder()
                        + " is not trusted, so nothing in it is executed. Trust it first.",
                refused.getMessage());
        assertEquals(false, session.listing().trusted());
        assertEquals(List.of(), session.runs(RunQuery.newest(10)));

        session.trust();

        assertEquals(true, session.listing().trusted());
        assertEquals(new RunId(1), session.start(RunRequest.of(FAILING)));
    }

    @Test
    void tellsEverythingOfARunInOrder() {
        session.trust();
        List<EngineEvent> told = new ArrayList<>();
        try (var _ = session.subscribe(events::add)) {
            RunId run = session.start(RunRequest.of(FAILING));
            TestProject.await(
                    events,
                    event -> {
                        told.add(event);
                        return event instanceof EngineEvent.RunChanged(var changed)
                                && changed.state().isFinal();
                    });

            assertEquals(
                    List.of(
                            "run initial",
                            "run running",
                            "wrong running",
                            "wrong failed",
                            "run failed"),
                    told.stream()
                            .map(SessionLifeContract::word)
                            .filter(Optional::isPresent)
                            .map(Optional::get)
                            .distinct()
                            .filter(
                                    word ->
                                            !word.equals("wrong queued")
                                                    && !word.equals("wrong initial"))
                            .toList());
            assertTrue(told.stream().anyMatch(EngineEvent.LogPrinted.class::isInstance));
            assertEquals(
                    new EngineEvent.RunChanged(session.run(run).orElseThrow().run()),
                    told.getLast());
        }
    }

    private static Optional<String> word(EngineEvent event) {
        return switch (event) {
            case EngineEvent.RunChanged(var run) -> Optional.of("run " + run.state().word());
            case EngineEvent.BlockRunChanged(var block) ->
                    Optional.of(block.block() + " " + block.state().word());
            case EngineEvent.LogPrinted _,
                    EngineEvent.LogSkipped _,
                    EngineEvent.ProjectChanged _,
                    EngineEvent.EngineStopping _ ->
                    Optional.empty();
        };
    }

    @Test
    void tellsNothingMoreAfterASubscriptionIsClosed() {
        session.trust();
        List<EngineEvent> told = new CopyOnWriteArrayList<>();
        session.subscribe(told::add).close();

        SessionProject.run(session, FAILING);

        assertEquals(List.of(), told);
    }

    @Test
    void goesOnWhenAListenerBreaksOrAsksTheSession() throws InterruptedException {
        session.trust();
        session.subscribe(
                event -> {
                    if (event instanceof EngineEvent.LogPrinted)
                        throw new IllegalStateException("a listener that breaks");
                    events.add(event);
                });
        BlockingQueue<Optional<String>> asked = new LinkedBlockingQueue<>();
        var asks =
                session.subscribe(
                        event -> {
                            if (event instanceof EngineEvent.RunChanged(var run)
                                    && run.state().isFinal())
                                asked.add(session.source(FAILING, new BlockId("wrong")));
                        });

        try (asks;
                var errors = LoggedErrors.of(EngineEvents.Subscription.class)) {
            RunId run = SessionProject.run(session, FAILING);

            SessionProject.awaitEnd(events, run);
            assertTrue(errors.messages().contains("A subscriber failed on LogPrinted"));
            assertTrue(String.valueOf(asked.poll(60, TimeUnit.SECONDS)).contains("nope"));
        }
    }

    @Test
    void tellsOnceThatTheEngineStops() {
        session.subscribe(events::add);
        session.status();

        project.host().close();
        project.host().close();
        TestProject.await(events, EngineEvent.EngineStopping.class::isInstance);
        assertThrows(SessionException.class, session::status);
        session.close();

        assertEquals(List.of(), List.copyOf(events));
    }

    @Test
    void refusesEveryCallInASentenceOnceTheEngineIsGone() {
        project.host().close();

        assertEveryCallIsRefused();
    }

    @Test
    void refusesEveryCallInASentenceOnceItIsClosed() {
        session.close();
        session.close();

        assertEveryCallIsRefused();
    }

    @Test
    void saysThatTheFolderIsGone() throws IOException {
        FolderRemoval.remove(project.folder().resolve("pipelines"));
        FolderRemoval.remove(project.folder().resolve("metadata.yaml"));

        var refused = assertThrows(SessionException.class, session::listing);

        assertTrue(
                String.valueOf(refused.getMessage()).contains("is not a project"),
                refused.getMessage());
    }

    private void assertEveryCallIsRefused() {
        Map<String, Executable> calls = calls();
        assertEquals(methods(), new TreeSet<>(calls.keySet()));
        calls.forEach(
                (name, call) -> {
                    String message =
                            String.valueOf(
                                    assertThrows(SessionException.class, call, name).getMessage());
                    assertTrue(message.contains("again"), name + ": " + message);
                });
    }

    private static Set<String> methods() {
        Set<String> names =
                Arrays.stream(ProjectSession.class.getMethods())
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        names.remove("close");
        return names;
    }

    private Map<String, Executable> calls() {
        var block = new BlockId("cells");
        var key = new VariableKey(TABLES, "1/x", block, "output_0");
        var question = new ChartQuestion(key, "whole", List.of(), Optional.empty(), 10);
        var run = new RunId(1);
        Map<String, Executable> calls = new TreeMap<>();
        calls.put("listing", session::listing);
        calls.put("pipeline", () -> session.pipeline(TABLES));
        calls.put("validation", () -> session.validation(TABLES));
        calls.put("source", () -> session.source(TABLES, block));
        calls.put("trust", session::trust);
        calls.put("start", () -> session.start(RunRequest.of(TABLES)));
        calls.put("cancel", () -> session.cancel(run));
        calls.put("run", () -> session.run(run));
        calls.put("runs", () -> session.runs(RunQuery.newest(1)));
        calls.put("log", () -> session.log(run, "cells"));
        calls.put("page", () -> session.page(key, 0, 1));
        calls.put("value", () -> session.value(key));
        calls.put("chart", () -> session.chart(question));
        calls.put(
                "export",
                () -> session.export(key, parent.resolve("x.csv"), "csv", OptionalInt.empty()));
        calls.put("status", session::status);
        calls.put("subscribe", () -> session.subscribe(events::add));
        return calls;
    }
}
