package io.pipewright.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.benchmarks.TemporaryProject.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How long it takes from starting the command line, with no engine running, until its first block starts, and until it ends.
///
///     mvn -q -pl app,benchmarks -am package -DskipTests && benchmarks/run ColdStart [starts]
///
/// The launcher makes its AOT caches in the background after a build; before they are there, the figures are those without.
final class ColdStart {

    private static final String NOTHING =
            "@transformer\ndef nothing(*args, **kwargs):\n    return 1\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path launcher;
    private final List<Duration> firstBlocks = new ArrayList<>();
    private final List<Duration> wholes = new ArrayList<>();

    private ColdStart(Path launcher) {
        this.launcher = launcher;
    }

    public static void main(String[] arguments) throws IOException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path root = Path.of(System.getProperty("pipewright.root", "."));
        var coldStart = new ColdStart(root.resolve("pipewright").toAbsolutePath());
        try (TemporaryProject project =
                TemporaryProject.create("cold")
                        .block("nothing", Language.PYTHON, List.of(), NOTHING, "")
                        .pipeline("cold")) {
            for (int i = 0; i < starts; i++) coldStart.measure(project.folder());
        }
        Figures.print("from process start to first block started", coldStart.firstBlocks);
        Figures.print("from process start to process end", coldStart.wholes);
    }

    private void measure(Path project) throws IOException {
        var command =
                new ProcessBuilder(launcher.toString(), "run", project.toString(), "cold", "--json")
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        Instant from = Instant.now();
        Process process = command.start();
        String started;
        try (var answer = process.getInputStream()) {
            started = JSON.readTree(answer).at("/blocks/0/started_at").asText();
        }
        int exit = process.onExit().join().exitValue();
        if (exit != 0) throw new IllegalStateException("The command line ended with " + exit);
        wholes.add(Duration.between(from, Instant.now()));
        firstBlocks.add(Duration.between(from, Instant.parse(started)));
    }
}
