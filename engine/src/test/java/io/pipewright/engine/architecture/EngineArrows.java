package io.pipewright.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which engine package may see which, sub-packages included. The engine's root package may see all.
final class EngineArrows {
    static final String ROOT = "io.pipewright.engine";

    private static final Map<String, Set<String>> MAY_SEE =
            Map.ofEntries(
                    entry("template", Set.of()),
                    entry("json", Set.of()),
                    entry("project", Set.of("template")),
                    entry("secret", Set.of("project")),
                    entry("run", Set.of("project")),
                    entry("trigger", Set.of("project", "run")),
                    entry("variable", Set.of("project", "run", "json")),
                    entry("kernel", Set.of("project", "run", "variable", "json")),
                    entry("monitoring", Set.of("project", "run")),
                    entry("notification", Set.of("project", "run", "monitoring")),
                    entry(
                            "execution",
                            Set.of(
                                    "project",
                                    "template",
                                    "run",
                                    "kernel",
                                    "variable",
                                    "monitoring",
                                    "secret")),
                    entry("store", Set.of("project", "run", "trigger", "monitoring", "json")),
                    entry(
                            "session",
                            Set.of(
                                    "project",
                                    "run",
                                    "trigger",
                                    "variable",
                                    "monitoring",
                                    "execution",
                                    "json")),
                    entry(
                            "server",
                            Set.of(
                                    "project",
                                    "run",
                                    "trigger",
                                    "variable",
                                    "monitoring",
                                    "session",
                                    "json")),
                    entry(
                            "cli",
                            Set.of(
                                    "project",
                                    "run",
                                    "trigger",
                                    "variable",
                                    "monitoring",
                                    "session",
                                    "json")));

    private EngineArrows() {}

    static Set<String> packages() {
        return new TreeSet<>(MAY_SEE.keySet());
    }

    private static Set<String> maySee(String from) {
        return MAY_SEE.getOrDefault(from, Set.of());
    }

    /// The packages that `from` must not see; "" stands for the root package itself.
    static Set<String> forbidden(String from) {
        var others = packages();
        others.removeAll(maySee(from));
        others.remove(from);
        others.add("");
        return others;
    }

    static String name(String part) {
        return part.isEmpty() ? ROOT : ROOT + "." + part;
    }

    static ArchRule rule(String from) {
        String[] allowed =
                Stream.concat(Stream.of(from), maySee(from).stream())
                        .map(part -> name(part) + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(name(from) + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutside(allowed)))
                .as("engine." + from + " sees only " + new TreeSet<>(maySee(from)))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> resideOutside(String[] packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }
}
