package io.pipewright.engine.execution;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.RunPlan;

/// A SQL block about to run, with the text that was read when its run was planned.
record SqlBlock(RunPlan plan, Block block, String source) {}
