package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.database.Dialect;
import io.pipewright.kernel.sql.database.TargetSession;
import io.pipewright.kernel.sql.database.TargetSettings;
import io.pipewright.worker.BlockError;
import io.pipewright.worker.BlockError.Place;
import io.pipewright.worker.BlockSource;
import java.sql.SQLException;
import java.util.OptionalInt;

/// Turns the errors of a target database into block errors: message, line in the block's file, and the statement with
/// a mark under the place.
final class TargetErrors {

    private final TargetSession session;
    private final BlockSource block;
    private final String rendered;

    /// @param rendered the block's text as it was sent
    TargetErrors(TargetSession session, BlockSource block, String rendered) {
        this.session = session;
        this.block = block;
        this.rendered = rendered;
    }

    BlockError of(SQLException e, RunningStatement statement) {
        if (session.isCancelled()) return BlockError.interrupted();
        if (e instanceof TableExistsException)
            return new BlockError("TableExistsError", String.valueOf(e.getMessage()), place(1), "");
        String message = session.dialect().message(e);
        Marked marked = Marked.of(statement, session.dialect().position(e, statement.sent()));
        int line =
                SqlErrors.sourceLine(
                        block.source(), rendered, statement.lineInBlock(marked.reportedLine()));
        return new BlockError("SqlError", message, place(line), message + marked.text());
    }

    static BlockError notConnected(TargetSettings settings, BlockSource block, SQLException e) {
        Dialect dialect = Dialect.of(settings.provider());
        String message =
                "Cannot connect to the %s database \"%s\"%s: %s. Check the block's profile in io_config.yaml."
                        .formatted(
                                dialect.title(),
                                settings.database(),
                                settings.server().shown(),
                                dialect.message(e).replaceFirst("\\.$", ""));
        return new BlockError("ConnectionError", message, new Place(block.file(), 1), message);
    }

    private Place place(int line) {
        return new Place(block.file(), line);
    }

    /// The statement as the traceback shows it.
    ///
    /// @param reportedLine line of what was sent, counted from 1; 0 if the database named no place
    private record Marked(int reportedLine, String text) {

        static Marked of(RunningStatement statement, OptionalInt position) {
            if (statement.text().isEmpty()) return new Marked(0, "");
            String shown = "\n\nStatement:\n" + statement.text();
            String sent = statement.sent();
            if (position.isEmpty() || position.getAsInt() > sent.codePointCount(0, sent.length()))
                return new Marked(0, shown);
            int offset = sent.offsetByCodePoints(0, position.getAsInt() - 1);
            String before = sent.substring(0, offset);
            int line = 1 + (int) before.chars().filter(sign -> sign == '\n').count();
            int column = offset - before.lastIndexOf('\n');
            String mark =
                    "\n\n%s\n%s^"
                            .formatted(
                                    sent.lines().skip(line - 1).findFirst().orElse(""),
                                    " ".repeat(column - 1));
            return new Marked(line, mark + shown);
        }
    }
}
