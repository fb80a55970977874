package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/// The block to run.
///
/// @param file names the source in errors; need not exist
/// @param source what runs
/// @param configuration the block's map, unrendered
public record BlockSource(
        String uuid,
        String type,
        String language,
        Path file,
        String source,
        JsonNode configuration) {

    static BlockSource from(JsonNode node) {
        return new BlockSource(
                node.path("uuid").asText(),
                node.path("type").asText(),
                node.path("language").asText(),
                Path.of(node.path("file").asText()),
                node.path("source").asText(),
                node.path("configuration"));
    }
}
