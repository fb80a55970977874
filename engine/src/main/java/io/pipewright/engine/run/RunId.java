package io.pipewright.engine.run;

/// Names one pipeline run of a project; grows with time.
public record RunId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
