package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest.Input;
import org.jspecify.annotations.Nullable;

/// Reads what an upstream stored as plain values, for templates: a table as a list of maps, one output as itself, several as a list.
@FunctionalInterface
public interface StoredValues {

    @Nullable Object value(Input input);
}
