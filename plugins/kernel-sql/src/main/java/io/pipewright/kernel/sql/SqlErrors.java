package io.pipewright.kernel.sql;

import io.pipewright.worker.BlockError;
import io.pipewright.worker.BlockError.Place;
import io.pipewright.worker.BlockSource;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Turns DuckDB's errors into block errors: the kind, the message, the line in the block's file and the statement.
final class SqlErrors {

    private static final Pattern KIND = Pattern.compile("^([A-Z][A-Za-z ]*?) ?Error: ");
    private static final Pattern LINE = Pattern.compile("\n+LINE (\\d+): ");

    private SqlErrors() {}

    static BlockError of(
            SQLException e, RunningStatement statement, BlockSource block, String rendered) {
        String text = String.valueOf(e.getMessage());
        if (text.startsWith("INTERRUPT Error")) return BlockError.interrupted();
        Matcher kind = KIND.matcher(text);
        boolean hasKind = kind.find();
        String type = hasKind ? kind.group(1).replace(" ", "") + "Error" : "SqlError";
        Matcher line = LINE.matcher(text);
        boolean located = line.find();
        String message =
                text.substring(hasKind ? kind.end() : 0, located ? line.start() : text.length());
        int inBlock = statement.lineInBlock(located ? Integer.parseInt(line.group(1)) : 0);
        var place = new Place(block.file(), sourceLine(block.source(), rendered, inBlock));
        return new BlockError(type, message.strip(), place, traceback(text, statement));
    }

    private static String traceback(String text, RunningStatement statement) {
        return statement.text().isEmpty() ? text : text + "\n\nStatement:\n" + statement.text();
    }

    /// The line of the file for a line of the rendered text: templates may have added or taken lines before it.
    static int sourceLine(String source, String rendered, int line) {
        List<String> sourceLines = source.lines().toList();
        List<String> renderedLines = rendered.lines().toList();
        if (sourceLines.size() == renderedLines.size() || line > renderedLines.size())
            return Math.min(line, Math.max(1, sourceLines.size()));
        String wanted = renderedLines.get(line - 1).strip();
        return IntStream.range(0, sourceLines.size())
                .filter(i -> sourceLines.get(i).strip().equals(wanted))
                .boxed()
                .min(
                        (left, right) ->
                                Integer.compare(Math.abs(left - line), Math.abs(right - line)))
                .map(i -> i + 1)
                .orElse(Math.min(line, Math.max(1, sourceLines.size())));
    }
}
