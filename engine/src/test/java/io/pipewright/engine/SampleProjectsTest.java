package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample projects run as their README says and write the files in their `expected` folder.
@Tag("slow")
class SampleProjectsTest {

    @TempDir Path home;
    @TempDir Path folder;

    @Test
    void seattleWeatherWritesWhatItPromises() throws IOException {
        compare("seattle-weather", "daily_weather");
    }

    @Test
    void flightsWritesWhatItPromises() throws IOException {
        compare("flights", "on_time");
    }

    private void compare(String sample, String pipeline) throws IOException {
        SampleCopy.make(sample, folder);
        Map<String, String> before = texts(folder.resolve("pipelines"));
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            RunDetail run = TestProject.run(session, pipeline);

            assertEquals("completed", run.run().state().word(), run.toString());
        }
        Map<String, String> expected =
                texts(SampleCopy.SAMPLES.resolve(sample).resolve("expected"));
        Map<String, String> written = texts(folder.resolve("output"));
        assertTrue(!expected.isEmpty(), "no expected files");
        assertEquals(expected, written);
        assertEquals(before, pipelineFiles());
    }

    private Map<String, String> pipelineFiles() throws IOException {
        return texts(folder.resolve("pipelines"));
    }

    /// The text files below a folder; Parquet files are checked by whoever reads them.
    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SampleProjectsTest::isText).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        boolean isState =
                file.toString().contains(".variables") || file.toString().contains(".logs");
        return !isState && (name.endsWith(".csv") || name.endsWith(".yaml"));
    }
}
