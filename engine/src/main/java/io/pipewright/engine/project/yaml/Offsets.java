package io.pipewright.engine.project.yaml;

import org.yaml.snakeyaml.error.Mark;

/// Turns the parser's marks, which count code points, into offsets of a Java string.
final class Offsets {

    private final String body;
    private final int shift;
    private final boolean hasPairs;

    /// @param shift what stands before `body` in the whole text
    Offsets(String body, int shift) {
        this.body = body;
        this.shift = shift;
        this.hasPairs = body.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    int of(Mark mark) {
        int index = mark.getIndex();
        return shift + (hasPairs ? body.offsetByCodePoints(0, index) : index);
    }

    /// Where a block scalar ends, without the line end and the blank lines after it that are not part of its value.
    int lastContent(int end, String value) {
        int at = end - shift;
        boolean keepsBlankLines = value.endsWith("\n\n");
        int breaks = 0;
        while (at > 0 && Character.isWhitespace(body.charAt(at - 1))) {
            if (body.charAt(at - 1) == '\n' && ++breaks > 1 && keepsBlankLines) break;
            at--;
        }
        return at + shift;
    }
}
