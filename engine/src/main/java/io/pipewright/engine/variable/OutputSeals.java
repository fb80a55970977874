package io.pipewright.engine.variable;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.FileSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Size and checksum of an output's data file, taken when it is stored and compared before it is used.
///
/// Thread: any; reads the whole file.
public final class OutputSeals {

    private static final int CHUNK = 1 << 20;

    private OutputSeals() {}

    /// The file that holds an output's data: `data.parquet`, else `data.json`.
    public static Optional<Path> dataFile(Path folder) {
        return List.of("data.parquet", "data.json").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// @throws NoSuchFileException if the folder has no data file
    public static FileSeal seal(Path folder) throws IOException {
        Path file =
                dataFile(folder)
                        .orElseThrow(
                                () ->
                                        new NoSuchFileException(
                                                folder.toString(),
                                                null,
                                                "this output has neither data.parquet nor data.json"));
        return sealOf(file);
    }

    static FileSeal sealOf(Path file) throws IOException {
        var checksum = new CRC32C();
        long bytes = 0;
        try (InputStream content = Files.newInputStream(file)) {
            // Clearing a large chunk would cost more than reading a small output.
            byte[] chunk = new byte[Math.clamp(Files.size(file), 1, CHUNK)];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                checksum.update(chunk, 0, count);
                bytes += count;
            }
        }
        return new FileSeal(file.getFileName().toString(), bytes, checksum.getValue());
    }

    /// Checks that an output still is what its block stored.
    ///
    /// @throws OutputDamagedException if it is gone or changed
    public static void verify(BlockId block, OutputInfo output) {
        FileSeal sealed = output.seal();
        Path file = output.folder().resolve(sealed.file());
        try {
            // The size first: it needs no reading and catches most.
            long bytes = Files.size(file);
            if (bytes != sealed.bytes()) {
                throw damaged(
                        block,
                        output,
                        file,
                        "it has " + bytes + " bytes instead of " + sealed.bytes());
            }
            if (sealOf(file).crc32c() != sealed.crc32c()) {
                throw damaged(block, output, file, "its content is not what the block stored");
            }
        } catch (NoSuchFileException _) {
            throw damaged(block, output, file, "the file is gone");
        } catch (IOException e) {
            throw damaged(block, output, file, "it cannot be read: " + e.getMessage());
        }
    }

    private static OutputDamagedException damaged(
            BlockId block, OutputInfo output, Path file, String why) {
        return new OutputDamagedException(
                "Cannot use output \""
                        + output.name()
                        + "\" of block \""
                        + block
                        + "\" ("
                        + file
                        + "): "
                        + why
                        + ". Run block \""
                        + block
                        + "\" again.");
    }
}
