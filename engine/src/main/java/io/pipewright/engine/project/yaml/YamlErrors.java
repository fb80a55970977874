package io.pipewright.engine.project.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// The parser's complaints in words that an author can act on.
final class YamlErrors {

    private YamlErrors() {}

    static BrokenYamlException explain(MarkedYAMLException error) {
        Mark mark =
                error.getProblemMark() == null ? error.getContextMark() : error.getProblemMark();
        String problem =
                error.getProblem() == null
                        ? String.valueOf(error.getContext())
                        : error.getProblem();
        return new BrokenYamlException(
                mark == null ? 0 : mark.getLine() + 1,
                "this is not YAML: " + problem,
                hint(problem));
    }

    static BrokenYamlException explain(ReaderException error, String body) {
        int end = Math.min(error.getPosition(), body.length());
        int line = 1 + (int) body.substring(0, end).chars().filter(c -> c == '\n').count();
        return new BrokenYamlException(
                line,
                "the character U+%04X cannot stand in YAML".formatted(error.getCodePoint()),
                "Delete it, or restore the file from version control.");
    }

    private static String hint(String problem) {
        if (problem.contains("\\t")) return "Indent with spaces; a tab cannot begin a line.";
        if (problem.contains("mapping values are not allowed")) {
            return "Put quotes around a text that holds \": \", and check the indentation.";
        }
        if (problem.contains("expected <block end>")
                || problem.contains("could not find expected ':'")) {
            return "Check the indentation of this line and of the one above.";
        }
        if (problem.contains("unexpected end of stream")) {
            return "A quote or bracket is opened and never closed.";
        }
        return "";
    }
}
