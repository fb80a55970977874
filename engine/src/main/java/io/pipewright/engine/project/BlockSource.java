package io.pipewright.engine.project;

import java.nio.file.Path;
import java.util.Optional;

/// Where a block's text comes from.
///
/// @param file the file that holds it, absolute; may be missing on disk. Empty for types that have no file, and for a path
///     that leads out of the project
/// @param replicated the block whose file this one uses, if it is a replica
/// @param inline text in the pipeline file itself; wins over the file
public record BlockSource(
        Optional<Path> file, Optional<BlockId> replicated, Optional<String> inline) {}
