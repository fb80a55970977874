package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;

/// One attempt of one block within one run, as it stands now.
public record BlockRun(BlockRunKey key, BlockId block, BlockRunState state) {

    public BlockRun with(BlockRunState next) {
        return new BlockRun(key, block, next);
    }
}
