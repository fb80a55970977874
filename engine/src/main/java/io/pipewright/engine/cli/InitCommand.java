package io.pipewright.engine.cli;

import io.pipewright.engine.project.editing.NewProject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pipewright init`: makes a new project with an example pipeline.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Make a new project with an example pipeline that runs offline.")
final class InitCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "a new or empty folder")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "print the result as one JSON document")
    private boolean json;

    private final Console console;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path made = NewProject.create(folder);
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("project", made.toString());
            console.result(ReportText.json(document));
        } else {
            console.result("Made the project " + made);
            console.result("Run its example: pipewright run " + folder + " example_pipeline");
        }
        return ExitCode.COMPLETED;
    }
}
