package io.pipewright.engine.variable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds stored outputs on disk, also those that another product wrote in the same layout.
///
/// Our own runs know their outputs from the store; this is for everything else. Thread: any; reads files.
public final class VariableStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OUTPUT = Pattern.compile("(output_(\\d{1,9}))(\\.json)?");

    private final OutputLayout layout;

    public VariableStore(OutputLayout layout) {
        this.layout = layout;
    }

    /// What a block has stored in a partition, in numeric order; empty if nothing. Columns are not known from files alone.
    public List<OutputInfo> outputs(PipelineId pipeline, String partition, BlockId block) {
        Path folder = layout.blockFolder(pipeline, partition, block);
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName)
                    .map(name -> OUTPUT.matcher(name.toString()))
                    .filter(Matcher::matches)
                    .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.group(2))))
                    .map(name -> name.group(1))
                    .distinct()
                    .flatMap(name -> output(folder, name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list the outputs in \"" + folder + "\": " + e.getMessage(), e);
        }
    }

    public Optional<OutputInfo> output(VariableKey key) {
        return output(
                layout.blockFolder(key.pipeline(), key.partition(), key.block()), key.output());
    }

    private static Optional<OutputInfo> output(Path blockFolder, String name) {
        Path folder = blockFolder.resolve(name);
        Path legacy = blockFolder.resolve(name + ".json");
        try {
            Optional<Path> data = OutputSeals.dataFile(folder);
            if (data.isPresent()) {
                return Optional.of(
                        new OutputInfo(
                                name,
                                kind(folder),
                                folder,
                                rowCount(folder),
                                List.of(),
                                OutputSeals.sealOf(data.get())));
            }
            // The oldest form: a bare file beside the folders.
            if (!Files.isRegularFile(legacy)) return Optional.empty();
            return Optional.of(
                    new OutputInfo(
                            name,
                            "",
                            blockFolder,
                            OptionalLong.empty(),
                            List.of(),
                            OutputSeals.sealOf(legacy)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read output \"" + folder + "\": " + e.getMessage(), e);
        }
    }

    // Without type.json, the presence of data.parquet tells.
    private static String kind(Path folder) throws IOException {
        Path file = folder.resolve("type.json");
        if (Files.isRegularFile(file)) return JSON.readTree(file.toFile()).path("type").asText("");
        return Files.exists(folder.resolve("data.parquet")) ? "dataframe" : "";
    }

    private static OptionalLong rowCount(Path folder) throws IOException {
        Path file = folder.resolve("statistics.json");
        if (!Files.isRegularFile(file)) return OptionalLong.empty();
        JsonNode count = JSON.readTree(file.toFile()).path("original_row_count");
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }
}
