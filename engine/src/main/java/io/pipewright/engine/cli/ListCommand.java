package io.pipewright.engine.cli;

import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import io.pipewright.engine.session.Sessions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pipewright list`: every pipeline of a project, broken ones with the reason. Executes nothing.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the pipelines of a project, broken ones with the reason.")
final class ListCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's folder")
    private Path project = Path.of("");

    @Option(names = "--json", description = "print the result as one JSON document")
    private boolean json;

    private final Console console;
    private final Sessions sessions;

    ListCommand(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        ProjectListing listing = sessions.listing(project);
        listing.problems().forEach(problem -> console.note(Problems.line(problem)));
        if (json) {
            console.result(ReportText.json(document(listing)));
        } else {
            listing.pipelines().forEach(this::print);
        }
        return ExitCode.COMPLETED;
    }

    private void print(PipelineEntry entry) {
        console.result(
                "%-32s %-12s %-12s %3d blocks %3d triggers"
                        .formatted(
                                entry.id(),
                                entry.type(),
                                status(entry),
                                entry.counts().blocks(),
                                entry.counts().triggers()));
        entry.problems().forEach(problem -> console.result("    " + Problems.line(problem)));
    }

    private static Map<String, Object> document(ProjectListing listing) {
        var document = new LinkedHashMap<String, Object>();
        document.put("project", listing.folder().toString());
        document.put("pipelines", listing.pipelines().stream().map(ListCommand::json).toList());
        return document;
    }

    private static Map<String, Object> json(PipelineEntry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("uuid", entry.id().value());
        fields.put("name", entry.name());
        fields.put("type", entry.type());
        fields.put("status", status(entry));
        fields.put("blocks", entry.counts().blocks());
        fields.put("triggers", entry.counts().triggers());
        fields.put("problems", Problems.json(entry.problems()));
        return fields;
    }

    private static String status(PipelineEntry entry) {
        if (entry.isBroken()) return "broken";
        if (entry.counts().triggers() == 0) return "no_schedules";
        return entry.counts().activeTriggers() > 0 ? "active" : "inactive";
    }
}
