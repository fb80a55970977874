package io.pipewright.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    @TempDir Path variables;

    @Test
    void keepsEveryRunOfManySubmitters() throws Exception {
        try (var store = Stores.open(variables);
                var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
            NewRun run = Runs.newRun("daily");
            Callable<RunId> accept = () -> store.runs().accept(run).id();
            List<Future<RunId>> accepted =
                    submitters.invokeAll(IntStream.range(0, 200).mapToObj(_ -> accept).toList());

            assertEquals(200, accepted.stream().map(Future::resultNow).distinct().count());
            assertEquals(200, store.runs().unfinished().size());
        }
    }

    @Test
    void doesTheWriteOfAnInterruptedCallerAndKeepsTheInterrupt() {
        try (var store = Stores.open(variables)) {
            Thread.currentThread().interrupt();
            PipelineRun run = store.runs().accept(Runs.newRun("daily"));
            Optional<PipelineRun> read = store.runs().run(run.id());

            assertEquals(true, Thread.interrupted());
            assertEquals(Optional.of(run), read);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() {
        FullDisk.register();
        Path file = Stores.settings(variables).folder().database();
        try (var store =
                EngineStore.open(
                        Stores.settings(variables), new DatabaseFile("full:async:", file))) {
            PipelineRun before = store.runs().accept(Runs.newRun("daily"));

            FullDisk.isFull = true;
            var refused =
                    assertThrows(
                            StoreException.class, () -> store.runs().accept(Runs.newRun("daily")));
            FullDisk.isFull = false;

            assertEquals(
                    "Cannot keep a new run of pipeline \"daily\": the disk that holds "
                            + file
                            + " is full. Free some space; the engine goes on by itself then",
                    refused.getMessage());
            PipelineRun after = store.runs().accept(Runs.newRun("daily"));
            assertEquals(Optional.of(before), store.runs().run(before.id()));
            assertEquals(Optional.of(after), store.runs().run(after.id()));
        } finally {
            FullDisk.isFull = false;
        }
    }

    @Test
    void refusesWritesAndReadsAfterItWasClosed() {
        var store = Stores.open(variables);
        store.close();

        assertThrows(
                StoreException.class, () -> store.runs().manualTrigger(new PipelineId("daily")));
        assertThrows(StoreException.class, () -> store.runs().accept(Runs.newRun("daily")));
    }
}
