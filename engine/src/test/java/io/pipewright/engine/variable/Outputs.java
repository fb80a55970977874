package io.pipewright.engine.variable;

import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.FileSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// Stored JSON outputs for tests.
final class Outputs {

    private Outputs() {}

    static OutputInfo store(Path blockFolder, int number, String json) throws IOException {
        Path folder = Files.createDirectories(blockFolder.resolve("output_" + number));
        Files.writeString(folder.resolve("data.json"), json);
        Files.writeString(folder.resolve("type.json"), "{\"type\": \"iterable\"}");
        return info(blockFolder, number, json);
    }

    static OutputInfo info(Path blockFolder, int number, String json) {
        String name = "output_" + number;
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32C();
        checksum.update(bytes);
        return new OutputInfo(
                name,
                "iterable",
                blockFolder.resolve(name),
                OptionalLong.empty(),
                List.of(),
                new FileSeal("data.json", bytes.length, checksum.getValue()));
    }
}
