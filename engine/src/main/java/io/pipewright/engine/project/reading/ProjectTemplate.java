package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.template.MageFunctions;
import io.pipewright.engine.template.Template;
import io.pipewright.engine.template.TemplateException;
import io.pipewright.engine.template.TemplateOptions;
import java.util.Optional;
import java.util.function.Consumer;

/// Renders the templates in project settings, with `env_var`, `json_value` and `mage_secret_var`. No secret is known here.
final class ProjectTemplate {

    private ProjectTemplate() {}

    /// @param warnings told what is not set and therefore prints as `None`
    /// @throws BrokenYamlException naming the line, if it is no template or fails
    static String render(String text, HostEnvironment host, Consumer<String> warnings) {
        // Most settings hold no template, and a template would lose the final line end.
        if (!text.contains("{{") && !text.contains("{%") && !text.contains("{#")) return text;
        var functions = new MageFunctions(host.variables(), _ -> Optional.empty(), warnings);
        try {
            return Template.parse(text).render(functions.byName(), TemplateOptions.lenient());
        } catch (TemplateException e) {
            throw new BrokenYamlException(
                    e.line(), "the template cannot be rendered: " + e.problem(), e.hint());
        }
    }
}
