package io.pipewright.engine.project;

/// Names one pipeline of a project: its folder's name below `pipelines/`.
public record PipelineId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
