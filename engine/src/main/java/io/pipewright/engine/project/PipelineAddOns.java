package io.pipewright.engine.project;

import java.util.List;

/// Blocks beside the graph. Their `upstream` are the blocks they are attached to, or a chart's data sources.
public record PipelineAddOns(List<Block> callbacks, List<Block> conditionals, List<Block> widgets) {

    public PipelineAddOns {
        callbacks = List.copyOf(callbacks);
        conditionals = List.copyOf(conditionals);
        widgets = List.copyOf(widgets);
    }
}
