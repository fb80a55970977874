package io.pipewright.app.live;

import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRunState;
import java.util.Locale;

/// The states a person tells apart, each with a word; screens add the icon and the colour.
public enum ShownState {
    NOT_RUN("state.notrun.text"),
    WAITING("state.waiting.text"),
    RUNNING("state.running.text"),
    COMPLETED("state.completed.text"),
    FAILED("state.failed.text"),
    CANCELLED("state.cancelled.text"),
    SKIPPED("state.skipped.text");

    private final String key;

    ShownState(String key) {
        this.key = key;
    }

    /// The key of its word.
    public String key() {
        return key;
    }

    /// The name of its pseudo-class in style sheets.
    public String styleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ShownState of(BlockRunState state) {
        return switch (state) {
            case BlockRunState.Initial _, BlockRunState.Queued _ -> WAITING;
            case BlockRunState.Running _ -> RUNNING;
            case BlockRunState.Completed _ -> COMPLETED;
            case BlockRunState.Failed _ -> FAILED;
            case BlockRunState.Cancelled _ -> CANCELLED;
            case BlockRunState.UpstreamFailed _ -> NOT_RUN;
            case BlockRunState.ConditionFailed _ -> SKIPPED;
        };
    }

    public static ShownState of(PipelineRunState state) {
        return switch (state) {
            case PipelineRunState.Initial _ -> WAITING;
            case PipelineRunState.Running _ -> RUNNING;
            case PipelineRunState.Completed _ -> COMPLETED;
            case PipelineRunState.Failed _ -> FAILED;
            case PipelineRunState.Cancelled _ -> CANCELLED;
        };
    }
}
