package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockLanguage;
import io.pipewright.engine.project.BlockOptions;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.BlockType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the block maps of one pipeline file, in two steps: each map for itself, then what refers to other blocks.
final class BlockReader {

    private final BlockFileRule files;
    private final FileNotes notes;

    BlockReader(BlockFileRule files, FileNotes notes) {
        this.files = files;
        this.notes = notes;
    }

    /// A block before its references are looked up.
    record Draft(
            BlockId id,
            BlockKind kind,
            YamlMap map,
            Map<String, Object> configuration,
            List<YamlMap.Word> upstream,
            Optional<BlockId> replicated) {

        String text(String key, String orElse) {
            return map.text(key).filter(text -> !text.isEmpty()).orElse(orElse);
        }
    }

    /// The drafts of a list of block maps, without blocks that have no name; of two with one uuid the first.
    ///
    /// @param usualType the type of a block that names none; empty if it must name one
    List<Draft> drafts(List<YamlMap> maps, String usualType) {
        List<Draft> drafts = new ArrayList<>();
        Set<BlockId> seen = new HashSet<>();
        for (YamlMap map : maps) {
            Optional<Draft> draft = draft(map, usualType);
            if (draft.isEmpty()) continue;
            if (seen.add(draft.get().id())) drafts.add(draft.get());
            else notes.warn(map.line("uuid"), twice(draft.get().id()), "Rename one of them.");
        }
        return drafts;
    }

    private static String twice(BlockId id) {
        return "block \"" + id + "\" is there twice; the second one is ignored";
    }

    private Optional<Draft> draft(YamlMap map, String usualType) {
        Optional<String> uuid =
                map.text("uuid")
                        .or(() -> map.text("name").map(BlockId::cleaned))
                        .filter(text -> !text.isBlank());
        if (uuid.isEmpty()) {
            notes.error(map.line(), "a block has no \"uuid\"", "Give it one, or delete it.");
            return Optional.empty();
        }
        return Optional.of(
                new Draft(
                        new BlockId(uuid.get()),
                        kind(map, usualType),
                        map,
                        map.map("configuration").map(YamlMap::plain).orElse(Map.of()),
                        map.words("upstream_blocks"),
                        map.text("replicated_block").map(BlockId::new)));
    }

    private static BlockKind kind(YamlMap map, String usualType) {
        String type = map.text("type").orElse(usualType);
        boolean isProse = type.equals(BlockType.MARKDOWN.word());
        BlockLanguage usual = isProse ? BlockLanguage.MARKDOWN : BlockLanguage.PYTHON;
        return BlockKind.of(type, map.text("language").orElse(usual.word()));
    }

    /// @param others every block of the pipeline that may be referred to
    Block finish(Draft draft, Map<BlockId, Draft> others) {
        Draft owner = owner(draft, others);
        var kind =
                new BlockKind(
                        draft.kind().type(),
                        draft.kind().typeWord(),
                        owner.kind().language(),
                        owner.kind().languageWord());
        var source =
                new BlockSource(
                        files.file(owner.kind(), owner.id().value(), owner.configuration()),
                        draft.replicated(),
                        draft.map().text("content").filter(text -> !text.isEmpty()));
        var upstream = upstream(draft, others);
        return new Block(
                draft.id(),
                draft.text("name", draft.id().value()),
                kind,
                upstream,
                source,
                options(draft));
    }

    /// The block whose file a block uses: itself, or at the end of its replicas the original.
    private Draft owner(Draft draft, Map<BlockId, Draft> others) {
        Draft owner = draft;
        Set<BlockId> seen = new HashSet<>();
        while (owner.replicated().isPresent() && seen.add(owner.id())) {
            Draft original = others.get(owner.replicated().get());
            if (original == null) {
                missing(
                        draft,
                        "replicated_block",
                        owner.replicated().get().value(),
                        draft.map().line("replicated_block"),
                        others);
                return owner;
            }
            owner = original;
        }
        return owner;
    }

    private List<BlockId> upstream(Draft draft, Map<BlockId, Draft> others) {
        List<BlockId> upstream = new ArrayList<>();
        for (YamlMap.Word word : draft.upstream()) {
            var id = new BlockId(word.text());
            if (others.containsKey(id)) upstream.add(id);
            else missing(draft, "upstream", word.text(), word.line(), others);
        }
        return upstream;
    }

    private void missing(
            Draft draft, String what, String name, int line, Map<BlockId, Draft> others) {
        List<String> names = others.keySet().stream().map(BlockId::value).toList();
        notes.warn(
                line,
                "block \"%s\" lists %s \"%s\", which does not exist; it is ignored"
                        .formatted(draft.id(), what, name),
                NearestName.hint(name, names));
    }

    private static BlockOptions options(Draft draft) {
        return new BlockOptions(
                draft.configuration(),
                draft.map().number("timeout").filter(n -> n.signum() > 0).map(Numbers::seconds),
                RetryReader.read(draft.map()),
                draft.map().plain());
    }
}
