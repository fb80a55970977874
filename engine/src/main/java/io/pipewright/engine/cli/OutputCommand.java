package io.pipewright.engine.cli;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.session.Sessions;
import io.pipewright.engine.variable.VariableKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pipewright output`: shows or writes what a block stored.
@Command(
        name = "output",
        mixinStandardHelpOptions = true,
        description = "Show what a block stored in its newest run, or in the run given.")
final class OutputCommand implements Callable<Integer> {

    private static final int RUNS_SEARCHED = 100;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's folder")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "PIPELINE", description = "the pipeline's uuid")
    private String pipeline = "";

    @Parameters(index = "2", paramLabel = "BLOCK", description = "the block's uuid")
    private String block = "";

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "the run; default: the newest that stored this output")
    private @Nullable Long run;

    @Option(names = "--output", paramLabel = "NAME", description = "default: ${DEFAULT-VALUE}")
    private String output = "output_0";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "most rows; default: 20 for table, all otherwise")
    private @Nullable Integer limit;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.table;

    @Option(names = "--json", description = "short for --format json")
    private boolean json;

    private final Console console;
    private final Sessions sessions;

    OutputCommand(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 0)
            throw new UsageException("--limit must not be negative but is " + limit);
        try (ProjectSession session = sessions.forCommandLine(project)) {
            PipelineRun found =
                    run == null ? newestWithOutput(session) : given(session, new RunId(run));
            OutputInfo info =
                    storedBy(session, found.id()).orElseThrow(() -> missing("run " + found.id()));
            var key =
                    new VariableKey(
                            found.pipeline(),
                            found.origin().partition(),
                            new BlockId(block),
                            output);
            var printer = new OutputPrinter(session, console, key);
            if (info.rowCount().isEmpty()) {
                refuseTableFormat();
                printer.printValue();
            } else {
                printer.printTable(
                        json ? OutputFormat.json : format,
                        limit == null ? OptionalInt.empty() : OptionalInt.of(limit));
            }
            return ExitCode.COMPLETED;
        }
    }

    private void refuseTableFormat() {
        if (json || format == OutputFormat.table || format == OutputFormat.json) return;
        throw new UsageException(
                "Output \""
                        + output
                        + "\" of block \""
                        + block
                        + "\" is no table, so there is no "
                        + format
                        + " of it. Use --format json.");
    }

    private PipelineRun newestWithOutput(ProjectSession session) {
        var query =
                new RunQuery(
                        Optional.of(new PipelineId(pipeline)), Optional.empty(), RUNS_SEARCHED);
        return session.runs(query).stream()
                .filter(candidate -> storedBy(session, candidate.id()).isPresent())
                .findFirst()
                .orElseThrow(() -> missing("its last " + RUNS_SEARCHED + " runs"));
    }

    private PipelineRun given(ProjectSession session, RunId id) {
        PipelineRun found =
                session.run(id)
                        .map(RunDetail::run)
                        .orElseThrow(
                                () ->
                                        new SessionException(
                                                "There is no run " + id + " in " + project + "."));
        if (found.pipeline().value().equals(pipeline)) return found;
        throw new SessionException(
                "Run "
                        + id
                        + " is a run of \""
                        + found.pipeline()
                        + "\", not of \""
                        + pipeline
                        + "\".");
    }

    private Optional<OutputInfo> storedBy(ProjectSession session, RunId id) {
        return session.run(id).stream()
                .flatMap(detail -> detail.blockRuns().stream())
                .filter(blockRun -> blockRun.block().value().equals(block))
                .flatMap(blockRun -> blockRun.state().outcome().outputs().stream())
                .filter(info -> info.name().equals(output))
                .findFirst();
    }

    private SessionException missing(String where) {
        return new SessionException(
                "Block \""
                        + block
                        + "\" of pipeline \""
                        + pipeline
                        + "\" stored no \""
                        + output
                        + "\" in "
                        + where
                        + ". Run the pipeline first, or look at the names in `pipewright run --json`.");
    }
}
