package io.pipewright.engine.template;

/// How a template is rendered or an expression evaluated.
public record TemplateOptions(UndefinedNames undefinedNames, Limits limits) {
    public static TemplateOptions lenient() {
        return new TemplateOptions(UndefinedNames.lenient(), Limits.DEFAULT);
    }

    public static TemplateOptions strict() {
        return new TemplateOptions(UndefinedNames.strict(), Limits.DEFAULT);
    }

    public TemplateOptions withLimits(Limits other) {
        return new TemplateOptions(undefinedNames, other);
    }

    public TemplateOptions withUndefinedNames(UndefinedNames other) {
        return new TemplateOptions(other, limits);
    }
}
