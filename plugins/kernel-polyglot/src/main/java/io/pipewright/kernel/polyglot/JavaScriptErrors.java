package io.pipewright.kernel.polyglot;

import io.pipewright.worker.BlockError;
import io.pipewright.worker.BlockError.Place;
import io.pipewright.worker.BlockSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/// Turns what a block threw into a block error with the author's own file and line.
final class JavaScriptErrors {

    private static final Pattern SYNTAX =
            Pattern.compile("^(?:SyntaxError: )?\\S*:\\d+:\\d+ ", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("Cannot find module '([^']*)'");

    private JavaScriptErrors() {}

    static BlockError of(PolyglotException e, BlockSource block, Path project) {
        if (e.isInterrupted() || e.isCancelled()) return BlockError.interrupted();
        List<Place> frames = frames(e, project);
        Place place = frames.isEmpty() ? place(e, block) : frames.getFirst();
        return new BlockError(type(e), message(e), place, traceback(e, project));
    }

    private static String type(PolyglotException e) {
        if (e.isSyntaxError()) return "SyntaxError";
        if (e.isInternalError()) return "InternalError";
        return member(e, "name").orElse("Error");
    }

    private static String message(PolyglotException e) {
        String text = member(e, "message").orElse(String.valueOf(e.getMessage()));
        if (!e.isSyntaxError()) return text;
        // "clean.js:2:10 Expected an operand but found ;", then the line and a caret: file and line
        // are told apart.
        Matcher place = SYNTAX.matcher(text);
        return (place.lookingAt() ? text.substring(place.end()) : text)
                .lines()
                .findFirst()
                .orElse(text);
    }

    private static Optional<String> member(PolyglotException e, String name) {
        Value error = e.getGuestObject();
        if (error == null || !error.hasMember(name)) return Optional.empty();
        Value value = error.getMember(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static Place place(PolyglotException e, BlockSource block) {
        SourceSection section = e.getSourceLocation();
        if (section != null && section.getSource().getPath() != null)
            return new Place(Path.of(section.getSource().getPath()), section.getStartLine());
        return new Place(block.file(), importLine(String.valueOf(e.getMessage()), block.source()));
    }

    // A module that is not there has no place of its own: the line that imports it.
    private static int importLine(String message, String source) {
        Matcher module = MODULE.matcher(message);
        if (!module.find()) return 1;
        String name = module.group(1).substring(module.group(1).lastIndexOf('/') + 1);
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).contains("import") && lines.get(i).contains(name)) return i + 1;
        return 1;
    }

    /// The places in the project's files, innermost first.
    private static List<Place> frames(PolyglotException e, Path project) {
        var places = new ArrayList<Place>();
        for (StackFrame frame : e.getPolyglotStackTrace())
            projectPlace(frame, project).ifPresent(places::add);
        return places;
    }

    private static Optional<Place> projectPlace(StackFrame frame, Path project) {
        SourceSection section = frame.getSourceLocation();
        if (section == null || section.getSource().getPath() == null) return Optional.empty();
        Path file = Path.of(section.getSource().getPath()).toAbsolutePath().normalize();
        return file.startsWith(project)
                ? Optional.of(new Place(file, section.getStartLine()))
                : Optional.empty();
    }

    private static String traceback(PolyglotException e, Path project) {
        String head =
                e.isSyntaxError() ? String.valueOf(e.getMessage()) : type(e) + ": " + message(e);
        return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
                .filter(frame -> projectPlace(frame, project).isPresent())
                .map(
                        frame ->
                                "\n    at "
                                        + frame.getRootName()
                                        + " ("
                                        + projectPlace(frame, project)
                                                .map(place -> place.file() + ":" + place.line())
                                                .orElse("")
                                        + ")")
                .collect(Collectors.joining("", head, ""));
    }
}
