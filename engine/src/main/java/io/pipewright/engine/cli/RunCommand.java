package io.pipewright.engine.cli;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.Sessions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pipewright run`: starts one run and waits for its end.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a pipeline and wait for its end. Naming the folder here trusts it.")
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's folder")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "PIPELINE", description = "the pipeline's uuid")
    private String pipeline = "";

    @Option(
            names = {"--block", "--block-uuid"},
            paramLabel = "UUID",
            description = "run only this block, on the newest stored outputs of its upstreams")
    private @Nullable String block;

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "set a run variable; may be repeated")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--runtime-vars",
            paramLabel = "JSON",
            description = "set run variables from a JSON object")
    private String runtimeVariables = "";

    @Option(
            names = "--test",
            description = "with --block: run the block's tests too (whole runs always do)")
    private boolean test;

    @Option(
            names = "--allow-blocks-to-fail",
            description = "after a failed block, still run those that do not depend on it")
    private boolean mayFail;

    @Option(names = "--json", description = "print the result as one JSON document")
    private boolean json;

    private final Console console;
    private final Sessions sessions;

    RunCommand(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        var request =
                new RunRequest(
                        new PipelineId(pipeline),
                        VariableArguments.merge(runtimeVariables, variables),
                        Optional.ofNullable(block).map(BlockId::new),
                        block == null || test,
                        mayFail);
        try (ProjectSession session = sessions.forCommandLine(project)) {
            session.trust();
            RunDetail ended = follow(session, request);
            report(session, ended);
            return ended.run().state() instanceof PipelineRunState.Completed
                    ? ExitCode.COMPLETED
                    : ExitCode.RUN_FAILED;
        }
    }

    private RunDetail follow(ProjectSession session, RunRequest request) {
        try (var following = new FollowedRun(session, new RunProgress(console))) {
            return following.toEnd(request);
        }
    }

    private void report(ProjectSession session, RunDetail ended) {
        if (json) {
            Optional<Pipeline> pipelineNow = session.pipeline(ended.run().pipeline());
            console.result(ReportText.json(RunReport.json(ended, pipelineNow)));
        } else {
            RunReport.summary(ended, project.toString()).forEach(console::result);
        }
    }
}
