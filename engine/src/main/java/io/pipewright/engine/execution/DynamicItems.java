package io.pipewright.engine.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.FanOut.Choice;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The items that a dynamic block has stored: its first output, with what its second one says about each.
///
/// Thread: any; reads small files.
final class DynamicItems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DynamicItems() {}

    /// @param child the block's child whose items they are, if it has children
    /// @throws BlockNotRunnableException if it stored something else than items
    static List<Choice> of(BlockId block, Optional<BlockId> child, List<OutputInfo> outputs) {
        if (outputs.isEmpty()) return List.of();
        try {
            int count = count(outputs.getFirst().folder());
            JsonNode notes =
                    outputs.size() > 1
                            ? JSON.readTree(dataFile(outputs.get(1)).toFile())
                            : JSON.createArrayNode();
            var items = new ArrayList<Choice>();
            for (int item = 0; item < count; item++) {
                items.add(choice(child, item, notes.path(item)));
            }
            return items;
        } catch (IOException e) {
            throw new BlockNotRunnableException(
                    BlockError.of(
                            "DynamicItems",
                            "Block \""
                                    + block
                                    + "\" is dynamic, but its first output has no items: "
                                    + e.getMessage()
                                    + ". Return a list that holds the list of items."));
        }
    }

    private static int count(Path folder) throws IOException {
        Path statistics = folder.resolve("statistics.json");
        if (!Files.exists(statistics)) throw new IOException("it is neither a list nor a table");
        return JSON.readTree(statistics.toFile()).path("original_row_count").asInt();
    }

    private static Path dataFile(OutputInfo output) {
        return output.folder().resolve("data.json");
    }

    private static Choice choice(Optional<BlockId> child, int item, JsonNode note) {
        var after = new ArrayList<BlockId>();
        note.path("upstream_blocks").forEach(uuid -> after.add(new BlockId(uuid.asText())));
        Optional<String> name =
                note.path("block_uuid").isTextual()
                        ? Optional.of(note.path("block_uuid").asText())
                        : Optional.empty();
        return new Choice(child, OptionalInt.of(item), name, List.copyOf(after));
    }
}
