package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a block's code does to itself ends that block, with the reason, and nothing else.
@Tag("slow")
class HostileBlocksTest {

    @TempDir Path home;
    @TempDir Path folder;

    private BlockError errorOf(String body) {
        TestProject.in(folder)
                .python(
                        "hostile",
                        List.of(),
                        "import os\n@transformer\ndef run(*args, **kwargs):\n" + body.indent(4));
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            RunDetail run = TestProject.run(session);
            return assertInstanceOf(BlockRunState.Failed.class, TestProject.stateOf(run, "hostile"))
                    .error();
        }
    }

    @Test
    void leavingTheProcessIsAFailureWithTheExitCode() {
        BlockError error = errorOf("os._exit(7)");

        assertTrue(error.message().contains("7"), error.toString());
    }

    @Test
    void killingItsOwnProcessIsAFailureWithTheSignal() {
        BlockError error = errorOf("os.kill(os.getpid(), 9)");

        assertTrue(error.message().contains("SIGKILL"), error.toString());
    }

    @Test
    void theNextRunWorksAfterABlockKilledItsProcess() {
        TestProject.in(folder)
                .python(
                        "moody",
                        List.of(),
                        """
                        import os
                        @transformer
                        def run(*args, **kwargs):
                            if os.path.exists('seen'):
                                return 1
                            open('seen', 'w').close()
                            os.kill(os.getpid(), 9)
                        """);
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            assertEquals("failed", TestProject.run(session).run().state().word());

            assertEquals("completed", TestProject.run(session).run().state().word());
        }
    }

    // The greedy block begins to take memory once the outputs of the modest one are in place.
    @Test
    void allocatingWithoutEndEndsThatBlockAlone() {
        TestProject.in(folder)
                .setting("memory_limit", "1G")
                .python("modest", List.of(), "@transformer\ndef run(*args, **kwargs): return 1\n")
                .python(
                        "greedy",
                        List.of(),
                        """
                        import glob, os, time
                        @transformer
                        def run(*args, **kwargs):
                            while not glob.glob('pipelines/pipeline/.variables/*/*/modest/output_0/data.json'):
                                time.sleep(0.01)
                            held = []
                            while not os.path.exists('calm'):
                                held.append('x' * 10_000_000)
                        """);
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            RunDetail run = TestProject.run(session);
            var failed = (BlockRunState.Failed) TestProject.stateOf(run, "greedy");
            assertEquals("OutOfMemory", failed.error().type());
            assertTrue(
                    failed.error()
                            .message()
                            .matches(
                                    "the block and its child processes held .* of memory; the limit is 1 GiB\\. .* raise \"memory_limit\" .*"),
                    failed.error().message());
            assertEquals("completed", TestProject.stateOf(run, "modest").word());

            Files.createFile(folder.resolve("calm"));
            assertEquals("completed", TestProject.run(session).run().state().word());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void printingWithoutEndIsCutInTheMiddleAndCompletes() {
        TestProject.in(folder)
                .python(
                        "loud",
                        List.of(),
                        "@transformer\ndef run(*args, **kwargs):\n    for _ in range(1_000_000):\n        print('x' * 200)\n");
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            RunDetail run = TestProject.run(session);

            assertInstanceOf(BlockRunState.Completed.class, TestProject.stateOf(run, "loud"));
            List<String> messages =
                    session.log(run.run().id(), "loud").stream().map(LogLine::message).toList();
            long kept = messages.stream().mapToLong(String::length).sum();
            assertEquals(
                    1, messages.stream().filter(line -> line.startsWith("… truncated: ")).count());
            assertTrue(kept < 22 << 20, kept + " characters kept");
        }
    }

    @Test
    void aLoopWithoutEndStopsOnCancelWhileTheEngineGoesOn() {
        TestProject.in(folder)
                .python(
                        "endless",
                        List.of(),
                        "@transformer\ndef run(*args, **kwargs):\n    print('begun')\n    while True: pass\n");
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            session.trust();
            BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
            try (var _ = session.subscribe(events::add)) {
                RunId run = session.start(RunRequest.of(TestProject.PIPELINE));
                TestProject.await(events, EngineEvent.LogPrinted.class::isInstance);

                session.cancel(run);
                TestProject.await(
                        events,
                        event ->
                                event instanceof EngineEvent.RunChanged(var changed)
                                        && changed.state().isFinal());

                RunDetail detail = session.run(run).orElseThrow();
                assertEquals("cancelled", detail.run().state().word());
                assertEquals("cancelled", TestProject.stateOf(detail, "endless").word());
            }
        }
    }
}
