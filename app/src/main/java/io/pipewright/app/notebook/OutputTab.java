package io.pipewright.app.notebook;

import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.variable.VariableKey;

/// One of the things a block's run left to look at.
public sealed interface OutputTab {

    /// @param key where its rows are
    record Table(OutputInfo output, VariableKey key) implements OutputTab {}

    /// A value that is no table.
    record Value(OutputInfo output, VariableKey key) implements OutputTab {}

    record Print() implements OutputTab {}

    record Tests(BlockOutcome outcome) implements OutputTab {}

    record Failure(BlockError error) implements OutputTab {}
}
