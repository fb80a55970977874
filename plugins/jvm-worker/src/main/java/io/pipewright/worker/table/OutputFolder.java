package io.pipewright.worker.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the outputs of one block run, `output_0`, `output_1` …, in the layout that Mage reads.
/// Thread: one.
public final class OutputFolder {

    private static final String DATAFRAME = "dataframe";
    private static final String ITERABLE = "iterable";

    private final Path root;
    private final List<OutputInfo> outputs = new ArrayList<>();

    public OutputFolder(Path root) {
        this.root = root;
    }

    /// What was added so far, in order.
    public List<OutputInfo> outputs() {
        return List.copyOf(outputs);
    }

    /// Stores a relation of `session` as the next output. Its rows never become Java objects.
    public OutputInfo addTable(Session session, TableSource source)
            throws SQLException, IOException {
        return addTable(session, source, Map.of());
    }

    /// The same, with the names of Python types for columns whose text stands for something else, `dict` or `list`.
    public OutputInfo addTable(Session session, TableSource source, Map<String, String> cellTypes)
            throws SQLException, IOException {
        String name = nextName();
        Path folder = Files.createDirectory(root.resolve(name));
        StoredTable table = new TableWriter(session, folder, cellTypes).write(source);
        writeCommon(folder, DATAFRAME, table.bytes());
        var output = new OutputInfo(name, DATAFRAME, table.info());
        outputs.add(output);
        return output;
    }

    /// Stores a value that is no table as the next output.
    public void addValue(JsonNode value) throws IOException {
        String name = nextName();
        Path folder = Files.createDirectory(root.resolve(name));
        byte[] bytes = Json.bytes(value);
        Files.write(folder.resolve("data.json"), bytes);
        Files.write(folder.resolve("sample_data.json"), bytes);
        String kind = value.isArray() ? ITERABLE : null;
        writeCommon(folder, kind, bytes.length);
        outputs.add(new OutputInfo(name, kind, null));
    }

    /// Where an output lies.
    public Path folder(OutputInfo output) {
        return root.resolve(output.name());
    }

    private String nextName() {
        return "output_" + outputs.size();
    }

    private static void writeCommon(Path folder, @Nullable String kind, long bytes)
            throws IOException {
        Files.write(folder.resolve("type.json"), Json.bytes(Json.object().put("type", kind)));
        ObjectNode usage = Json.object().put("size", bytes).putNull("path");
        Files.write(folder.resolve("resource_usage.json"), Json.bytes(usage));
    }
}
