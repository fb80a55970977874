package io.pipewright.engine.project;

import java.util.List;

/// One block of a pipeline as its author wrote it.
///
/// @param upstream in the order of the function's positional arguments; only blocks that exist
public record Block(
        BlockId id,
        String name,
        BlockKind kind,
        List<BlockId> upstream,
        BlockSource source,
        BlockOptions options) {

    public Block {
        upstream = List.copyOf(upstream);
    }

    /// The uuid of its block runs: `<uuid>`, or `<uuid>:<replicated uuid>` for a replica.
    public String blockRunUuid() {
        return source.replicated()
                .map(original -> id.value() + ":" + original.value())
                .orElse(id.value());
    }

    /// Whether pipeline runs execute it.
    public boolean isExecutable() {
        return kind.type().isExecutable();
    }
}
