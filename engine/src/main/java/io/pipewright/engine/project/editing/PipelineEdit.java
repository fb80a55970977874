package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.yaml.TextPatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change of a pipeline file. Applying it gives its inverse, which is a `Revert`.
///
/// Values have the shape of `YamlValues`: null, booleans, numbers, texts, times, lists, maps.
public sealed interface PipelineEdit {

    /// @param index its position in the notebook, 0 to the number of blocks
    record AddBlock(int index, NewBlock block) implements PipelineEdit {}

    /// Takes a block or an add-on out of the pipeline, with its edges; its file stays.
    record RemoveBlock(BlockId block) implements PipelineEdit {}

    /// @param index its position in the notebook afterwards
    record MoveBlock(BlockId block, int index) implements PipelineEdit {}

    /// Changes the uuid everywhere in the pipeline file, and the name where it is the same; block files are the caller's.
    record RenameBlock(BlockId block, BlockId name) implements PipelineEdit {}

    /// Makes `upstream` the last argument of `block`; both sides of the edge are written.
    record Connect(BlockId upstream, BlockId block) implements PipelineEdit {}

    record Disconnect(BlockId upstream, BlockId block) implements PipelineEdit {}

    record SetConfiguration(BlockId block, String key, @Nullable Object value)
            implements PipelineEdit {}

    record RemoveConfiguration(BlockId block, String key) implements PipelineEdit {}

    record SetBlockType(BlockId block, String typeWord) implements PipelineEdit {}

    record SetBlockLanguage(BlockId block, String languageWord) implements PipelineEdit {}

    record SetVariable(String name, @Nullable Object value) implements PipelineEdit {}

    record RemoveVariable(String name) implements PipelineEdit {}

    record SetName(String name) implements PipelineEdit {}

    record SetDescription(Optional<String> description) implements PipelineEdit {}

    record SetTags(List<String> tags) implements PipelineEdit {
        public SetTags {
            tags = List.copyOf(tags);
        }
    }

    /// Takes back an edit, character for character.
    record Revert(TextPatch patch) implements PipelineEdit {}

    /// A block to add.
    ///
    /// @param id `[a-z0-9_]`, with `/` between folders
    /// @param upstream in argument order
    record NewBlock(
            BlockId id,
            String typeWord,
            String languageWord,
            List<BlockId> upstream,
            Map<String, Object> configuration) {

        public NewBlock {
            upstream = List.copyOf(upstream);
        }
    }
}
