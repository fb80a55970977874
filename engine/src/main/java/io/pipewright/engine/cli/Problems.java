package io.pipewright.engine.cli;

import io.pipewright.engine.project.ProjectProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How problems of project files are said on the command line.
final class Problems {

    private Problems() {}

    /// `<file>:<line>: <message> <hint>`, the form editors understand.
    static String line(ProjectProblem problem) {
        String place =
                problem.line() > 0
                        ? problem.file() + ":" + problem.line()
                        : problem.file().toString();
        return place + ": " + problem.text();
    }

    static List<Map<String, Object>> json(List<ProjectProblem> problems) {
        return problems.stream().map(Problems::json).toList();
    }

    private static Map<String, Object> json(ProjectProblem problem) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", problem.file().toString());
        fields.put("line", problem.line());
        fields.put("message", problem.message());
        fields.put("hint", problem.hint());
        return fields;
    }
}
