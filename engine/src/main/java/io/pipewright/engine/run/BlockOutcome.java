package io.pipewright.engine.run;

import java.util.List;

/// What a block stored, and how its tests went.
public record BlockOutcome(List<OutputInfo> outputs, int testsPassed, int testsFailed) {

    public static final BlockOutcome NONE = new BlockOutcome(List.of(), 0, 0);

    public BlockOutcome {
        outputs = List.copyOf(outputs);
    }
}
