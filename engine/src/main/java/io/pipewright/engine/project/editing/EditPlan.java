package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.editing.FileBlocks.Entry;
import io.pipewright.engine.project.editing.PipelineEdit.AddBlock;
import io.pipewright.engine.project.editing.PipelineEdit.Connect;
import io.pipewright.engine.project.editing.PipelineEdit.Disconnect;
import io.pipewright.engine.project.editing.PipelineEdit.MoveBlock;
import io.pipewright.engine.project.editing.PipelineEdit.RemoveBlock;
import io.pipewright.engine.project.editing.PipelineEdit.RemoveConfiguration;
import io.pipewright.engine.project.editing.PipelineEdit.RemoveVariable;
import io.pipewright.engine.project.editing.PipelineEdit.RenameBlock;
import io.pipewright.engine.project.editing.PipelineEdit.Revert;
import io.pipewright.engine.project.editing.PipelineEdit.SetBlockLanguage;
import io.pipewright.engine.project.editing.PipelineEdit.SetBlockType;
import io.pipewright.engine.project.editing.PipelineEdit.SetConfiguration;
import io.pipewright.engine.project.editing.PipelineEdit.SetDescription;
import io.pipewright.engine.project.editing.PipelineEdit.SetName;
import io.pipewright.engine.project.editing.PipelineEdit.SetTags;
import io.pipewright.engine.project.editing.PipelineEdit.SetVariable;
import io.pipewright.engine.project.yaml.YamlEdit;
import io.pipewright.engine.project.yaml.YamlPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an edit of a pipeline means for the values of its file.
final class EditPlan {

    private final Map<String, Object> file;
    private final FileBlocks blocks;
    private final BlockSteps steps;

    EditPlan(Map<String, Object> file) {
        this.file = file;
        this.blocks = new FileBlocks(file);
        this.steps = new BlockSteps(blocks);
    }

    /// In this order; none for what changes nothing.
    ///
    /// @throws EditRefusedException if the edit makes no sense here
    List<YamlEdit> steps(PipelineEdit edit) {
        return switch (edit) {
            case AddBlock(int index, var block) -> steps.add(index, block);
            case RemoveBlock(BlockId block) -> steps.remove(blocks.get(block));
            case MoveBlock(BlockId block, int index) -> steps.move(blocks.get(block), index);
            case RenameBlock(BlockId block, BlockId name) -> steps.rename(blocks.get(block), name);
            case Connect(BlockId upstream, BlockId block) ->
                    new EdgeSteps(blocks).connect(blocks.get(upstream), blocks.get(block));
            case Disconnect(BlockId upstream, BlockId block) ->
                    new EdgeSteps(blocks).disconnect(upstream, blocks.get(block));
            case SetConfiguration(BlockId block, String key, Object value) ->
                    set(blocks.get(block).path().then("configuration").then(key), value);
            case RemoveConfiguration(BlockId block, String key) ->
                    removeConfiguration(blocks.get(block), key);
            case SetBlockType(BlockId block, String word) ->
                    set(blocks.get(block).path().then("type"), word);
            case SetBlockLanguage(BlockId block, String word) ->
                    set(blocks.get(block).path().then("language"), word);
            case SetVariable(String name, Object value) ->
                    set(YamlPath.of("variables", name), value);
            case RemoveVariable(String name) ->
                    remove(file.get("variables"), YamlPath.of("variables"), name);
            case SetName(String name) -> set(YamlPath.of("name"), name);
            case SetDescription(var text) -> set(YamlPath.of("description"), text.orElse(null));
            case SetTags(List<String> tags) -> set(YamlPath.of("tags"), tags);
            case Revert _ -> throw new IllegalArgumentException("a revert has no steps");
        };
    }

    private static List<YamlEdit> set(YamlPath path, @Nullable Object value) {
        return List.of(new YamlEdit.SetValue(path, value));
    }

    private static List<YamlEdit> removeConfiguration(Entry block, String key) {
        Object configuration = block.map().get("configuration");
        return remove(configuration, block.path().then("configuration"), key);
    }

    private static List<YamlEdit> remove(@Nullable Object owner, YamlPath path, String key) {
        boolean isThere = owner instanceof Map<?, ?> map && map.containsKey(key);
        return isThere ? List.of(new YamlEdit.RemoveKey(path.then(key))) : List.of();
    }
}
