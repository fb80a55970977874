package io.pipewright.engine.run;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.DynamicBlocks.Supply;
import io.pipewright.engine.run.FanOut.Choice;
import io.pipewright.engine.run.FanOut.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One block of a run, with all that may change on disk while it runs; or one child of a block that is fanned out.
///
/// @param upstream blocks of the same run that end first; the inputs are those of `block`
/// @param source its text; empty if it has no file or the file is missing
/// @param supplies what each upstream of `block` hands on
/// @param part which child it is; empty for a block
public record PlannedBlock(
        Block block,
        List<BlockId> upstream,
        Optional<String> source,
        RetryPolicy retry,
        List<Supply> supplies,
        Optional<Part> part) {

    public PlannedBlock {
        upstream = List.copyOf(upstream);
        supplies = List.copyOf(supplies);
    }

    /// Of a child `<uuid>:<index>`.
    public BlockId id() {
        return part.map(child -> new BlockId(block.id() + ":" + child.suffix())).orElse(block.id());
    }

    /// Whether children are run in its place. It completes when they are known.
    public boolean isFannedOut() {
        return part.isEmpty() && supplies.stream().anyMatch(Supply::fansOut);
    }

    /// Whether it gets items of a dynamic block, or what was made of them.
    public boolean getsParts() {
        return supplies.stream().anyMatch(supply -> supply != Supply.WHOLE);
    }

    /// The same block, waiting for more.
    public PlannedBlock after(List<BlockId> more) {
        var longer = new ArrayList<>(upstream);
        longer.addAll(more);
        return new PlannedBlock(block, longer, source, retry, supplies, part);
    }

    /// The same block, waiting only for those that there are: a parent may name any.
    public PlannedBlock onlyAfter(Set<BlockId> known) {
        List<BlockId> waits = upstream.stream().filter(known::contains).toList();
        return new PlannedBlock(block, waits, source, retry, supplies, part);
    }

    /// One of its children. It waits for the children that its choices name.
    PlannedBlock child(Part part) {
        var waits = new ArrayList<BlockId>();
        for (Choice choice : part.choices()) {
            choice.child().ifPresent(waits::add);
            waits.addAll(choice.after());
        }
        return new PlannedBlock(block, waits, source, retry, supplies, Optional.of(part));
    }

    /// What the upstream at that place hands on.
    public Supply supply(int upstream) {
        return upstream < supplies.size() ? supplies.get(upstream) : Supply.WHOLE;
    }

    /// Which part of that this child gets.
    public Choice choice(int upstream) {
        return part.map(child -> child.choices().get(upstream)).orElse(Choice.WHOLE);
    }

    /// Whether it waits for the children of a block that has been fanned out.
    public boolean waitsForChildrenOf(BlockId fannedOut) {
        int at = block.upstream().indexOf(fannedOut);
        return part.isEmpty() && at >= 0 && FanOut.waitsForChildren(supply(at));
    }

    /// Its first attempt, or a later one.
    public BlockRun attempt(RunId run, int attempt) {
        String uuid =
                part.map(child -> block.blockRunUuid() + ":" + child.suffix())
                        .orElse(block.blockRunUuid());
        return new BlockRun(
                new BlockRunKey(run, uuid, attempt), block.id(), new BlockRunState.Initial());
    }

    /// How long after this end its next attempt begins; empty if there is none.
    public Optional<Duration> pauseAfter(BlockRun ended) {
        boolean mayPass =
                ended.state() instanceof BlockRunState.Failed failed && failed.error().mayPass();
        return mayPass ? retry.pauseAfter(ended.key().attempt()) : Optional.empty();
    }
}
