package io.pipewright.engine.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPublisherTest {

    private static final PipelineId PIPELINE = new PipelineId("daily");
    private static final BlockId BLOCK = new BlockId("Load/orders");
    private static final String PARTITION = "12/20240105T060000";

    @TempDir Path variables;

    private OutputLayout layout;
    private OutputPublisher publisher;
    private Path target;

    @BeforeEach
    void open() {
        layout = new OutputLayout(variables);
        publisher = new OutputPublisher(layout, variables.resolve(".pipewright"));
        target = variables.resolve("pipelines/daily/.variables/12/20240105T060000/load_orders");
    }

    @Test
    void movesOutputsToWhereTheFormatHasThem() throws IOException {
        List<OutputInfo> published = publish("[1]", "[2]");

        assertEquals(
                List.of(Outputs.info(target, 0, "[1]"), Outputs.info(target, 1, "[2]")), published);
        assertEquals("[2]", Files.readString(target.resolve("output_1/data.json")));
    }

    @Test
    void replacesEarlierOutputsAndRemovesThoseThatAreNoMore() throws IOException {
        publish("[1]", "[2]");
        publish("[3]");

        assertEquals(List.of("output_0"), names(target));
        assertEquals("[3]", Files.readString(target.resolve("output_0/data.json")));
    }

    @Test
    void leavesWhatIsNoOutput() throws IOException {
        Files.createDirectories(target.resolve("load_orders_0"));
        Files.writeString(target.resolve("output_4.json"), "an output of the oldest form");
        publish("[1]");

        assertEquals(List.of("load_orders_0", "output_0"), names(target));
    }

    @Test
    void leavesNothingTemporary() throws IOException {
        publish("[1]");
        publish("[2]");

        assertEquals(List.of(), names(variables.resolve(".pipewright/tmp/outputs")));
    }

    @Test
    void showsNothingOfAnAttemptThatDied() throws IOException {
        Path folder = publisher.newFolder();
        Outputs.store(folder, 0, "[1");

        assertFalse(Files.exists(target));
        publisher.discardLeftovers();
        assertFalse(Files.exists(folder));
    }

    @Test
    void showsNoOldOutputBesideANewOneWhenAMoveFails() throws IOException {
        publish("[1]", "[2]");
        Path folder = publisher.newFolder();
        OutputInfo made = Outputs.store(folder, 0, "[3]");
        OutputInfo gone = Outputs.info(folder, 1, "[4]");

        assertThrows(
                UncheckedIOException.class,
                () ->
                        publisher.publish(
                                List.of(made, gone),
                                PIPELINE,
                                PARTITION,
                                BLOCK,
                                OptionalInt.empty()));
        assertEquals("[3]", Files.readString(target.resolve("output_0/data.json")));
        assertEquals(List.of("output_0"), names(target));
    }

    @Test
    void takesBackWhatAnAttemptHadStored() throws IOException {
        publish("[1]", "[2]");
        publisher.retract(PIPELINE, PARTITION, BLOCK);

        assertEquals(List.of(), names(target));
    }

    @Test
    void writesThroughToTheDisk() throws IOException {
        List<OutputInfo> published = publish("[1]");
        new OutputSync(layout).sync(published);

        assertTrue(Files.exists(target.resolve("output_0/data.json")));
    }

    @Test
    void refusesToSyncWhatIsGone() throws IOException {
        List<OutputInfo> published = publish("[1]");
        FolderRemoval.remove(target);

        assertThrows(UncheckedIOException.class, () -> new OutputSync(layout).sync(published));
    }

    private List<OutputInfo> publish(String... values) throws IOException {
        Path folder = publisher.newFolder();
        var made = new ArrayList<OutputInfo>();
        for (String value : values) made.add(Outputs.store(folder, made.size(), value));
        List<OutputInfo> published =
                publisher.publish(made, PIPELINE, PARTITION, BLOCK, OptionalInt.empty());
        publisher.discard(folder);
        return published;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
