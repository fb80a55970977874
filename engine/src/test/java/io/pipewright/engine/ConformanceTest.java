package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.session.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs pipelines that a real Mage has run, and compares statuses, values and prints with what that Mage made of them.
///
/// What differs on purpose is in `divergences.json`, each with its reason; one that no longer differs must leave the list.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// These need what is not there yet: timeouts and retries of a run, one process for all blocks.
    private static final Pattern NOT_YET =
            Pattern.compile("retry_incomplete|timeout_run_.*|one_process.*");

    private static final Pattern DIFFERENCE = Pattern.compile("(?m)^(\\w+): (.*)\n((?:   .*\n)+)");

    @TempDir static Path folder;

    private final Map<String, JsonNode> plans = new TreeMap<>();
    private final Map<String, Map<String, String>> differences = new TreeMap<>();
    private JsonNode divergences = JSON.createObjectNode();

    @BeforeAll
    void runAll() throws IOException {
        assumeTrue(ProbeProject.hasPandas(), "needs pandas in " + ProbeProject.PYTHON);
        JsonNode all = JSON.readTree(resource("plans.json").toFile());
        all.properties().stream()
                .filter(plan -> !NOT_YET.matcher(plan.getKey()).matches())
                .forEach(plan -> plans.put(plan.getKey(), plan.getValue()));
        divergences = JSON.readTree(resource("divergences.json").toFile());
        var project = ProbeProject.copyTo(folder.resolve("project"));
        var sessions = new EngineSessions(TestHost.in(folder.resolve("home")));
        try (ProjectSession session = sessions.forCommandLine(project.folder())) {
            plans.forEach((pipeline, plan) -> project.run(session, pipeline, plan));
            compare(project.describe(session));
        }
    }

    private static Path resource(String name) {
        return ProbeProject.resources().resolve(name);
    }

    private void compare(Path described) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProbeProject.PYTHON,
                                resource("compare_golden.py").toString(),
                                resource("golden").toString(),
                                described.toString()));
        command.addAll(plans.keySet());
        Process comparer = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(comparer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher difference = DIFFERENCE.matcher(said);
        while (difference.find()) {
            differences
                    .computeIfAbsent(difference.group(1), _ -> new TreeMap<>())
                    .put(difference.group(2), difference.group(3));
        }
        assertEquals(
                differences.values().stream().mapToInt(Map::size).sum(),
                Integer.parseInt(said.strip().replaceAll("(?s).*passed, (\\d+) failed$", "$1")),
                said);
    }

    Set<String> pipelines() {
        return plans.keySet();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void runsAsMageDoes(String pipeline) {
        var expected = new TreeSet<String>();
        for (JsonNode divergence : divergences.path(pipeline)) {
            divergence.path("keys").forEach(key -> expected.add(key.asText()));
        }
        Map<String, String> found = differences.getOrDefault(pipeline, Map.of());
        assertEquals(
                expected,
                found.keySet(),
                () -> "differences from Mage, not listed or no longer there: " + found);
    }
}
