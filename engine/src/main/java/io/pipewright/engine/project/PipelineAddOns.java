package io.pipewright.engine.project;

import java.util.List;
import java.util.stream.Stream;

/// Blocks beside the graph. Their `upstream` are the blocks they are attached to, or a chart's data sources.
///
/// @param extensions the blocks below `extensions.<name>.blocks`
public record PipelineAddOns(
        List<Block> callbacks,
        List<Block> conditionals,
        List<Block> widgets,
        List<Block> extensions) {

    public static final PipelineAddOns NONE =
            new PipelineAddOns(List.of(), List.of(), List.of(), List.of());

    public PipelineAddOns {
        callbacks = List.copyOf(callbacks);
        conditionals = List.copyOf(conditionals);
        widgets = List.copyOf(widgets);
        extensions = List.copyOf(extensions);
    }

    /// All of them, callbacks first.
    public Stream<Block> all() {
        return Stream.of(callbacks, conditionals, widgets, extensions).flatMap(List::stream);
    }
}
