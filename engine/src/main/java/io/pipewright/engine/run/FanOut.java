package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.DynamicBlocks.Supply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The children of a block after dynamic ones: one for each combination of what its upstreams hand on, the first upstream slowest.
public final class FanOut {

    private FanOut() {}

    /// Which part of an upstream's outputs a child gets.
    ///
    /// @param child the upstream's child they are of; empty if it has none
    /// @param item which of the items; empty for all outputs
    /// @param name what the parent calls it
    /// @param after block runs that the parent says must end first
    public record Choice(
            Optional<BlockId> child, OptionalInt item, Optional<String> name, List<BlockId> after) {

        public static final Choice WHOLE =
                new Choice(Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of());

        public static Choice ofChild(BlockId child) {
            return new Choice(Optional.of(child), OptionalInt.empty(), Optional.empty(), List.of());
        }
    }

    /// Makes a planned block one of the children of its block.
    ///
    /// @param index of the child, from 0
    /// @param choices one for each upstream of the block
    public record Part(int index, List<Choice> choices) {

        public Part {
            choices = List.copyOf(choices);
        }

        /// `<uuid>:<index>`, or the names that the parents give instead of the index.
        String suffix() {
            Set<String> names = new LinkedHashSet<>();
            choices.forEach(choice -> choice.name().ifPresent(names::add));
            return names.isEmpty() ? Integer.toString(index) : String.join("__", names);
        }
    }

    /// @param offered for each upstream what it hands on; exactly one for those that hand on everything
    /// @return in the order of their indexes; of children with the same name only the first
    public static List<PlannedBlock> children(PlannedBlock block, List<List<Choice>> offered) {
        List<List<Choice>> combinations = List.of(List.of());
        for (List<Choice> choices : offered) {
            var longer = new ArrayList<List<Choice>>();
            for (List<Choice> start : combinations) {
                for (Choice choice : choices) longer.add(plus(start, choice));
            }
            combinations = longer;
        }
        var children = new ArrayList<PlannedBlock>();
        var names = new TreeSet<String>();
        for (int index = 0; index < combinations.size(); index++) {
            PlannedBlock child = block.child(new Part(index, combinations.get(index)));
            if (names.add(child.id().value())) children.add(child);
        }
        return List.copyOf(children);
    }

    private static List<Choice> plus(List<Choice> start, Choice next) {
        var longer = new ArrayList<>(start);
        longer.add(next);
        return longer;
    }

    /// Whether a block supplied so must wait for the upstream's children, not only until they are known.
    static boolean waitsForChildren(Supply supply) {
        return switch (supply) {
            case REDUCED, ITEM_OF_CHILD -> true;
            case WHOLE, ITEM, CHILD -> false;
        };
    }
}
