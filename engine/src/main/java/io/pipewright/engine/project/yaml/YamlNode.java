package io.pipewright.engine.project.yaml;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a YAML text says, and where.
public sealed interface YamlNode {

    Place place();

    /// The same thing, with an alias replaced by what it stands for.
    default YamlNode target() {
        return this;
    }

    /// Where a node is written.
    ///
    /// @param start offset of its first character, anchor and tag included
    /// @param end offset behind its last character; comments and blank lines after it do not belong to it
    /// @param line line of `start`, the first is 1
    record Place(int start, int end, int line) {}

    /// How a scalar is written.
    enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    /// @param text the characters it means, before they are taken as a number, date …
    /// @param tag the long form of its explicit tag
    record Scalar(Place place, String text, Style style, Optional<String> tag)
            implements YamlNode {}

    /// A list.
    ///
    /// @param flow whether it is written in brackets
    record Items(Place place, boolean flow, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A map, in file order; merge keys `<<` are not resolved here.
    ///
    /// @param flow whether it is written in braces
    record Fields(Place place, boolean flow, SequencedMap<String, Field> fields)
            implements YamlNode {}

    /// @param key where the key is written
    record Field(Place key, YamlNode value) {}

    /// @param original the anchored node; written elsewhere
    record Alias(Place place, YamlNode original) implements YamlNode {
        @Override
        public YamlNode target() {
            return original;
        }
    }
}
