package io.pipewright.app.graph;

import io.pipewright.app.runs.RunsViewModel;

/// Breaks the rule that features meet only in the shell.
public final class ProbeOfGraph {

    private ProbeOfGraph() {}

    public static boolean knows(RunsViewModel runs) {
        return runs.isOfProject();
    }
}
