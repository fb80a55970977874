package io.pipewright.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KillTest {

    private static final List<String> ORDER = List.of("initial", "queued", "running", "completed");

    @TempDir Path variables;

    @Test
    void losesNothingAcknowledgedWhenTheEngineIsKilled() throws Exception {
        var acknowledged = new LinkedHashMap<RunId, String>();
        for (int lines : new int[] {5, 90, 230}) {
            killAfter(lines).forEach(line -> note(line, acknowledged));

            assertEquals(Map.of(), lost(acknowledged));
        }
    }

    private void note(String line, Map<RunId, String> acknowledged) {
        String[] parts = line.split(" ", 2);
        acknowledged.put(new RunId(Long.parseLong(parts[0])), parts[1]);
    }

    /// What the store does not hold of it, with what it holds instead. It may hold more: the last line may not have got out.
    private Map<RunId, String> lost(Map<RunId, String> acknowledged) {
        var lost = new LinkedHashMap<RunId, String>();
        try (var store = Stores.open(variables)) {
            acknowledged.forEach(
                    (run, state) -> {
                        String kept = kept(store, run);
                        if (ORDER.indexOf(kept) < ORDER.indexOf(state)) lost.put(run, kept);
                    });
        }
        return lost;
    }

    private static String kept(EngineStore store, RunId run) {
        return store.runs().attempts(run, "load").stream()
                .findFirst()
                .map(BlockRun::state)
                .map(state -> state.word())
                .orElse("nothing");
    }

    /// Every whole line that got out of the killed process.
    private List<String> killAfter(int lines) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                KillTarget.class.getName(),
                                variables.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var read = new ArrayList<String>();
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) read.add(String.valueOf(out.readLine()));
            // Not through the process itself: that would close its output before the last lines are
            // read.
            process.toHandle().destroyForcibly();
            out.lines()
                    .filter(line -> line.matches("\\d+ (initial|queued|running|completed)"))
                    .forEach(read::add);
        }
        process.waitFor();
        return read;
    }
}
