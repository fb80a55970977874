package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.Pipeline.PipelineDetails;
import io.pipewright.engine.project.PipelineAddOns;
import io.pipewright.engine.project.PipelineGraph;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.PipelineInfo;
import io.pipewright.engine.project.PipelineType;
import io.pipewright.engine.project.ProjectPaths;
import io.pipewright.engine.project.reading.BlockReader.Draft;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads one pipeline file.
final class PipelineReader {

    private final PipelineId id;
    private final BlockFileRule files;
    private final HostEnvironment host;
    private final FileNotes notes;

    PipelineReader(PipelineId id, Path file, ProjectPaths paths, HostEnvironment host) {
        this.id = id;
        this.files = new BlockFileRule(paths);
        this.host = host;
        this.notes = new FileNotes(file);
    }

    /// A pipeline that opens, or why it does not.
    sealed interface Outcome {}

    record Opened(Pipeline pipeline) implements Outcome {}

    record Broken(BrokenPipeline pipeline) implements Outcome {}

    Outcome read(Fields root) {
        try {
            Pipeline pipeline = pipeline(new YamlMap(root, notes));
            if (notes.errors().isEmpty()) return new Opened(pipeline);
        } catch (BrokenYamlException e) {
            notes.error(e.line(), e.getMessage(), e.hint());
        }
        return new Broken(new BrokenPipeline(id, notes.errors()));
    }

    private Pipeline pipeline(YamlMap map) {
        var reader = new BlockReader(files, notes);
        Map<BlockId, Draft> drafts = new LinkedHashMap<>();
        reader.drafts(map.maps("blocks"), "").forEach(draft -> drafts.put(draft.id(), draft));
        List<Block> blocks = drafts.values().stream().map(d -> reader.finish(d, drafts)).toList();
        refuseCycle(blocks, drafts);
        PipelineAddOns addOns = new AddOnReader(reader, files).read(map, drafts);
        map.map("pipewright").ifPresent(own -> MemoryLimitCheck.in(own, notes));
        var options = PipelineOptionsReader.read(map, host);
        var details = new PipelineDetails(options, map.plain(), List.copyOf(notes.warnings()));
        return new Pipeline(id, notes.file(), info(map), blocks, addOns, details);
    }

    private PipelineInfo info(YamlMap map) {
        String type = map.text("type").orElse(PipelineType.PYTHON.word());
        return new PipelineInfo(
                map.text("name").filter(name -> !name.isBlank()).orElse(id.value()),
                map.text("description").filter(text -> !text.isBlank()),
                PipelineType.of(type),
                type,
                map.words("tags").stream().map(YamlMap.Word::text).toList());
    }

    private void refuseCycle(List<Block> blocks, Map<BlockId, Draft> drafts) {
        Optional<List<BlockId>> cycle = new PipelineGraph(blocks).cycle();
        if (cycle.isEmpty()) return;
        String names = cycle.get().stream().map(BlockId::value).collect(Collectors.joining(" -> "));
        Draft first = drafts.get(cycle.get().getFirst());
        notes.error(
                first == null ? 0 : first.map().line("upstream_blocks"),
                "the blocks form a cycle: " + names,
                "Remove one of these edges from \"upstream_blocks\".");
    }
}
