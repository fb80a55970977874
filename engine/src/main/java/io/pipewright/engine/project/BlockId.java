package io.pipewright.engine.project;

/// Names one block within its pipeline: the uuid of the pipeline file, which may contain `/`.
public record BlockId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
