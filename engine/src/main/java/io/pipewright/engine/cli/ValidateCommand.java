package io.pipewright.engine.cli;

import io.pipewright.engine.session.ProjectValidation;
import io.pipewright.engine.session.ProjectValidation.BlockValidation;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import io.pipewright.engine.session.Sessions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pipewright validate`: what of a project can run here, and why the rest cannot. Executes nothing.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Check every pipeline and block of a project without executing anything.")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's folder")
    private Path project = Path.of("");

    @Option(names = "--json", description = "print the result as one JSON document")
    private boolean json;

    private final Console console;
    private final Sessions sessions;

    ValidateCommand(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        ProjectValidation validation = sessions.validation(project);
        if (json) {
            console.result(ReportText.json(document(validation)));
        } else {
            print(validation);
        }
        return validation.broken() ? ExitCode.WRONG_USAGE_OR_BROKEN_PROJECT : ExitCode.COMPLETED;
    }

    private void print(ProjectValidation validation) {
        validation.problems().forEach(problem -> console.result(Problems.line(problem)));
        validation.pipelines().forEach(this::print);
    }

    private void print(PipelineValidation pipeline) {
        long runnable =
                pipeline.blocks().stream().filter(block -> block.whyNot().isEmpty()).count();
        console.result(
                "%s: %d of %d blocks can run here"
                        .formatted(pipeline.id(), runnable, pipeline.blocks().size()));
        for (BlockValidation block : pipeline.blocks()) {
            block.whyNot().ifPresent(reason -> console.result("    " + block.id() + ": " + reason));
        }
    }

    private static Map<String, Object> document(ProjectValidation validation) {
        var document = new LinkedHashMap<String, Object>();
        document.put("project", validation.folder().toString());
        document.put("problems", Problems.json(validation.problems()));
        document.put(
                "pipelines", validation.pipelines().stream().map(ValidateCommand::json).toList());
        return document;
    }

    private static Map<String, Object> json(PipelineValidation pipeline) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("uuid", pipeline.id().value());
        fields.put("blocks", pipeline.blocks().stream().map(ValidateCommand::json).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> json(BlockValidation block) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("uuid", block.id().value());
        fields.put("type", block.kind().typeWord());
        fields.put("language", block.kind().languageWord());
        fields.put("runnable", block.whyNot().isEmpty());
        fields.put("reason", block.whyNot().orElse(null));
        return fields;
    }
}
