package io.pipewright.engine.execution;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The blocks of one run and the newest attempt of each. Grows when a block is fanned out into children.
///
/// Thread: guarded by the run's lock.
final class RunBlocks {

    private final RunId run;
    private final Map<BlockId, PlannedBlock> planned = new LinkedHashMap<>();
    private final Map<BlockId, BlockRun> newest = new LinkedHashMap<>();
    private final Map<BlockId, List<BlockId>> children = new HashMap<>();

    RunBlocks(RunId run, RunPlan plan) {
        this.run = run;
        plan.blocks().forEach(block -> add(block, block.attempt(run, 1)));
    }

    private void add(PlannedBlock block, BlockRun attempt) {
        planned.put(block.id(), block);
        newest.put(block.id(), attempt);
    }

    /// In pipeline order, children after all blocks.
    List<PlannedBlock> all() {
        return List.copyOf(planned.values());
    }

    PlannedBlock planned(BlockId block) {
        return known(block, planned);
    }

    BlockRun newest(BlockId block) {
        return known(block, newest);
    }

    private <T> T known(BlockId block, Map<BlockId, T> where) {
        T found = where.get(block);
        if (found == null) throw new IllegalStateException("Run " + run + " has no block " + block);
        return found;
    }

    void put(BlockId block, BlockRun attempt) {
        newest.put(block, attempt);
    }

    List<BlockRun> newest() {
        return List.copyOf(newest.values());
    }

    Map<BlockId, BlockRunState> states() {
        var states = new HashMap<BlockId, BlockRunState>();
        newest.forEach((block, blockRun) -> states.put(block, blockRun.state()));
        return states;
    }

    /// What a block or a child has stored; empty if it is not of this run.
    Optional<BlockOutcome> outcome(BlockId block) {
        return Optional.ofNullable(newest.get(block)).map(blockRun -> blockRun.state().outcome());
    }

    /// The children of a block that has been fanned out, in their order; empty before.
    List<BlockId> children(BlockId block) {
        return children.getOrDefault(block, List.of());
    }

    /// Puts children in the place of a block. What needs all of them waits for them.
    ///
    /// @return their first attempts
    List<BlockRun> fanOut(BlockId block, List<PlannedBlock> parts) {
        Set<BlockId> before = Set.copyOf(planned.keySet());
        List<BlockId> ids = parts.stream().map(PlannedBlock::id).toList();
        children.put(block, ids);
        planned.replaceAll(
                (_, other) -> other.waitsForChildrenOf(block) ? other.after(ids) : other);
        var attempts = new ArrayList<BlockRun>();
        for (PlannedBlock wanted : parts) {
            PlannedBlock part = wanted.onlyAfter(before);
            BlockRun attempt = part.attempt(run, 1);
            add(part, attempt);
            attempts.add(attempt);
        }
        return attempts;
    }
}
