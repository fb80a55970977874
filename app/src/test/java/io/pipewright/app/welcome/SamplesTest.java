package io.pipewright.app.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @TempDir Path home;

    @BeforeEach
    void shipOneSample() throws IOException {
        Path sample = Files.createDirectories(home.resolve("samples/weather/data"));
        Files.writeString(sample.resolveSibling("metadata.yaml"), "project_type: standalone\n");
        Files.writeString(
                sample.resolveSibling("README.md"), "# Weather\n\nFour years of rain. And more.\n");
        Files.writeString(sample.resolve("days.csv"), "day,rain\n");
        Files.createDirectories(home.resolve("samples/no-project"));
    }

    @Test
    void listsTheProjectsWithTheFirstSentenceOfTheirReadme() {
        assertEquals(
                List.of(
                        new Sample(
                                "weather", "Four years of rain.", home.resolve("samples/weather"))),
                samples().list());
    }

    @Test
    void opensACopySoThatTheSampleStaysAsItIs() throws IOException {
        Path copy = samples().open(samples().list().getFirst());

        assertEquals(home.resolve("Documents/Pipewright/my-weather"), copy);
        assertEquals("day,rain\n", Files.readString(copy.resolve("data/days.csv")));
    }

    @Test
    void keepsTheUsersWorkInAnEarlierCopy() throws IOException {
        Path copy = samples().open(samples().list().getFirst());
        Files.writeString(copy.resolve("data/days.csv"), "mine");

        samples().open(samples().list().getFirst());

        assertEquals("mine", Files.readString(copy.resolve("data/days.csv")));
    }

    @Test
    void listsNothingWhenTheProgramCameWithoutSamples() {
        assertEquals(List.of(), new Samples(Optional.empty(), FakeWindow.folders(home)).list());
    }

    private Samples samples() {
        return new Samples(Optional.of(home.resolve("samples")), FakeWindow.folders(home));
    }
}
