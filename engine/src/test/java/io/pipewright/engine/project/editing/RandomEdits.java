package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.editing.PipelineEdit.NewBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Edits as a restless author makes them; the same for the same seed.
final class RandomEdits {

    private static final List<String> BLOCKS =
            List.of("load", "clean", "save", "told", "x1", "x2", "deep/x3");
    private static final List<Object> VALUES =
            Arrays.asList(
                    null,
                    true,
                    7,
                    -1.5,
                    "text",
                    "yes",
                    "a: b # c",
                    "two\nlines",
                    "",
                    List.of(1, "b"),
                    Map.of("k", List.of()));

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    PipelineEdit next() {
        return switch (random.nextInt(15)) {
            case 0 -> new PipelineEdit.AddBlock(random.nextInt(5), newBlock());
            case 1 -> new PipelineEdit.RemoveBlock(block());
            case 2, 3 -> new PipelineEdit.MoveBlock(block(), random.nextInt(4));
            case 4 -> new PipelineEdit.RenameBlock(block(), block());
            case 5, 6 -> new PipelineEdit.Connect(block(), block());
            case 7 -> new PipelineEdit.Disconnect(block(), block());
            case 8 -> new PipelineEdit.SetConfiguration(block(), key(), value());
            case 9 -> new PipelineEdit.RemoveConfiguration(block(), key());
            case 10 -> new PipelineEdit.SetVariable(key(), value());
            case 11 -> new PipelineEdit.RemoveVariable(key());
            case 12 ->
                    new PipelineEdit.SetTags(
                            random.nextBoolean() ? List.of() : List.of("a", key()));
            case 13 ->
                    new PipelineEdit.SetDescription(
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of("text: " + key()));
            default ->
                    new PipelineEdit.SetBlockLanguage(
                            block(), random.nextBoolean() ? "sql" : "python");
        };
    }

    private NewBlock newBlock() {
        return new NewBlock(block(), "transformer", "python", List.of(block()), Map.of("limit", 5));
    }

    private BlockId block() {
        return new BlockId(BLOCKS.get(random.nextInt(BLOCKS.size())));
    }

    private String key() {
        return List.of("limit", "city", "query", "b c", "zeta", "alpha").get(random.nextInt(6));
    }

    private Object value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
