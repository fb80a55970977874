package io.pipewright.engine.project.reading;

import java.util.List;

/// How many triggers a pipeline has in its file, and how many of them are active.
public record TriggerCounts(int all, int active) {

    public static final TriggerCounts NONE = new TriggerCounts(0, 0);

    static TriggerCounts of(YamlMap file) {
        List<YamlMap> triggers = file.maps("triggers");
        long active =
                triggers.stream()
                        .filter(trigger -> trigger.text("status").orElse("").equals("active"))
                        .count();
        return new TriggerCounts(triggers.size(), (int) active);
    }
}
