package io.pipewright.engine.template;

/// Why a template or expression could not be read or rendered.
///
/// The message reads `line 2: 'nope' is undefined`, followed by the hint where there is one.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;
    private final String hint;

    private TemplateException(int line, String problem, String hint) {
        super(text(line, problem, hint));
        this.line = line;
        this.problem = problem;
        this.hint = hint;
    }

    static TemplateException at(int line, String problem) {
        return new TemplateException(line, problem, "");
    }

    static TemplateException at(int line, String problem, String hint) {
        return new TemplateException(line, problem, hint);
    }

    /// For values and functions, which do not know where they are used; the evaluator adds the line.
    static TemplateException of(String problem) {
        return new TemplateException(0, problem, "");
    }

    static TemplateException of(String problem, String hint) {
        return new TemplateException(0, problem, hint);
    }

    TemplateException onLine(int where) {
        if (line != 0) return this;
        var placed = new TemplateException(where, problem, hint);
        placed.initCause(this);
        return placed;
    }

    /// Line in the template, from 1; 0 when the failure belongs to no line.
    public int line() {
        return line;
    }

    /// What is wrong, without line and hint.
    public String problem() {
        return problem;
    }

    /// What to do about it; empty when there is nothing to add.
    public String hint() {
        return hint;
    }

    private static String text(int line, String problem, String hint) {
        var where = line == 0 ? "" : "line " + line + ": ";
        return where + problem + (hint.isEmpty() ? "" : ". " + hint);
    }
}
