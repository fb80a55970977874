package io.pipewright.engine.project.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a YAML file exactly as it is on disk: byte order mark, line ends and all.
public final class YamlText {

    /// Longer files are refused: no project file comes near it.
    public static final int MAX_BYTES = 3 * 1024 * 1024;

    private YamlText() {}

    /// Reads a regular file, at most `MAX_BYTES` of it.
    ///
    /// @throws BrokenYamlException if it is too long or no regular file
    public static byte[] bytes(Path file) throws IOException {
        // A pipe or device would block the reader for ever.
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new BrokenYamlException(0, "this is not a regular file", "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BrokenYamlException(
                        0,
                        "the file is larger than 3 MB",
                        "Move data out of it: project files hold settings only.");
            }
            return bytes;
        }
    }

    /// @throws BrokenYamlException naming the line, if the bytes are not UTF-8
    public static String decode(byte[] bytes) {
        if (isUtf16(bytes)) {
            throw new BrokenYamlException(
                    1, "the file is UTF-16 text", "Save it as UTF-8 in your editor.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException _) {
            throw new BrokenYamlException(
                    lineOf(bytes, in.position()),
                    "the file is not UTF-8 text",
                    "Save it as UTF-8 in your editor.");
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) return false;
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') line++;
        }
        return line;
    }
}
