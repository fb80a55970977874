package io.pipewright.engine.kernel;

/// A text for a worker that no log, message or listing may show. Only the channel to the worker gets to read it.
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
