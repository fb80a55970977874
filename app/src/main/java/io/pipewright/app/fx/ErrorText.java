package io.pipewright.app.fx;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.editing.EditRefusedException;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.session.SessionException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Turns what the engine throws into sentences: what failed, on which thing, why, what to do.
public final class ErrorText {

    private ErrorText() {}

    /// @param action what the user wanted, for example `Open seattle-weather`
    public static String of(String action, RuntimeException failure) {
        return switch (failure) {
            // Their messages are whole sentences for the user already.
            case SessionException refused ->
                    Messages.get("error.session.text", action, messageOf(refused));
            case EditRefusedException refused ->
                    Messages.get("error.session.text", action, messageOf(refused));
            case BrokenProjectException broken ->
                    Messages.get("error.session.text", action, of(broken.problem()));
            case UncheckedIOException files ->
                    Messages.get("error.files.text", action, messageOf(files.getCause()));
            default -> Messages.get("error.ours.text", action, failure.toString());
        };
    }

    /// `pipeline.yaml, line 14: block "clean" lists … Did you mean "load"?`
    public static String of(ProjectProblem problem) {
        String hint = problem.hint().isEmpty() ? "" : " " + problem.hint();
        return place(problem.file(), problem.line()) + ": " + problem.message() + hint;
    }

    /// `clean_weather line 12: KeyError: 'sku'`, the first line of what the error says.
    public static String of(BlockId block, BlockError error) {
        String first = error.message().strip().lines().findFirst().orElse("");
        String said = Messages.get("error.card.title", error.type(), first);
        return error.line().isPresent()
                ? Messages.get(
                        "error.block.line",
                        block.value(),
                        Integer.toString(error.line().getAsInt()),
                        said)
                : Messages.get("error.session.text", block.value(), said);
    }

    /// The file as far as a reader needs it, with its line when known.
    public static String place(Path file, int line) {
        String name = String.valueOf(file.getFileName());
        Path parent = file.getParent();
        String shown =
                parent == null || parent.getFileName() == null
                        ? name
                        : parent.getFileName() + "/" + name;
        return line > 0 ? Messages.get("error.line.text", shown, Integer.toString(line)) : shown;
    }

    private static String messageOf(@Nullable Throwable failure) {
        if (failure == null) return "";
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
