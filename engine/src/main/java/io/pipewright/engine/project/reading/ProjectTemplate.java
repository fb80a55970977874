package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.HostEnvironment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Renders the templates in project settings: `env_var` and its like. Stands between this package and `template`.
final class ProjectTemplate {

    private static final Pattern ENV_VAR =
            Pattern.compile(
                    "\\{\\{\\s*env_var\\(\\s*['\"]([^'\"]*)['\"]\\s*(?:,\\s*['\"]([^'\"]*)['\"]\\s*)?\\)\\s*}}");

    private ProjectTemplate() {}

    static String render(String text, HostEnvironment host) {
        Matcher matcher = ENV_VAR.matcher(text);
        return matcher.replaceAll(
                match -> {
                    String orElse = match.group(2) == null ? "None" : match.group(2);
                    String value = host.variables().getOrDefault(match.group(1), orElse);
                    return Matcher.quoteReplacement(value);
                });
    }
}
