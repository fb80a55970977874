package io.pipewright.app.notebook;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.engine.run.OutputInfo;

/// The words on a block's output tabs.
final class OutputTabText {

    private OutputTabText() {}

    /// @param lines how many lines were printed
    static String title(OutputTab tab, int lines) {
        return switch (tab) {
            case OutputTab.Table table -> titled("notebook.output.table", table.output());
            case OutputTab.Value value -> titled("notebook.output.value", value.output());
            case OutputTab.Print _ -> Messages.get("notebook.output.print", Figures.whole(lines));
            case OutputTab.Tests tests ->
                    Messages.get(
                            "notebook.output.tests",
                            Figures.whole(tests.outcome().testsPassed()),
                            Figures.whole(
                                    tests.outcome().testsPassed() + tests.outcome().testsFailed()));
            case OutputTab.Failure _ -> Messages.get("notebook.output.error");
        };
    }

    /// `1,461 rows × 6 columns` for tables, nothing for others.
    static String size(OutputTab tab) {
        if (!(tab instanceof OutputTab.Table table)) return "";
        return Messages.get(
                "notebook.output.size",
                Messages.count("figures.rows", table.output().rowCount().orElse(0)),
                Messages.count("figures.columns", table.output().columns().size()));
    }

    // The first output needs no number.
    private static String titled(String key, OutputInfo output) {
        String number = output.name().replace("output_", "");
        return number.equals("0") ? Messages.get(key) : Messages.get(key) + " " + number;
    }
}
