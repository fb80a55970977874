package io.pipewright.app.shell;

import io.pipewright.app.fx.Messages;
import io.pipewright.engine.project.PipelineId;

/// What a tab of the window shows.
public sealed interface Page {

    record Pipelines() implements Page {}

    record Runs() implements Page {}

    record OnePipeline(PipelineId id) implements Page {}

    /// The name on its tab.
    default String title() {
        return switch (this) {
            case Pipelines _ -> Messages.get("shell.pipelines.text");
            case Runs _ -> Messages.get("shell.runs.text");
            case OnePipeline pipeline -> pipeline.id().value();
        };
    }
}
