package io.pipewright.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import javafx.application.Platform;

/// What the compiler cannot hold us to.
final class AppRules {

    private static final String APP = "io.pipewright.app.";

    /// A view model decides without a scene graph, so that it can be tested without a window.
    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .or()
                    .resideInAPackage("..live..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.scene..");

    /// One bridge to the FX thread.
    static final ArchRule ONLY_THE_BRIDGE_CALLS_RUN_LATER =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..app.fx..")
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class);

    /// The engine behind the session is not the window's business.
    static final ArchRule THE_WINDOW_SEES_PUBLIC_TYPES_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage("io.pipewright.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.pipewright.engine.store..",
                            "io.pipewright.engine.execution..",
                            "io.pipewright.engine.kernel..",
                            "io.pipewright.engine.template..",
                            "io.pipewright.plugin..");

    /// A feature and what it may see beside the shared packages `fx`, `live`, `parts` and `preferences`.
    record Feature(String name, List<String> sees) {}

    static final List<Feature> FEATURES =
            List.of(
                    new Feature("welcome", List.of()),
                    new Feature("pipelines", List.of()),
                    new Feature("notebook", List.of("data")),
                    new Feature("graph", List.of()),
                    new Feature("charts", List.of()),
                    new Feature("data", List.of()),
                    new Feature("runs", List.of()));

    private AppRules() {}

    /// Two features meet only in `shell`.
    static ArchRule keepsToItself(Feature feature) {
        return classes()
                .that()
                .resideInAPackage("..app." + feature.name() + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(isOfAnotherFeature(feature)));
    }

    private static DescribedPredicate<JavaClass> isOfAnotherFeature(Feature feature) {
        return DescribedPredicate.describe(
                "belong to another feature or the shell",
                type ->
                        type.getPackageName().startsWith(APP + "shell")
                                || FEATURES.stream()
                                        .map(Feature::name)
                                        .filter(
                                                name ->
                                                        !name.equals(feature.name())
                                                                && !feature.sees().contains(name))
                                        .anyMatch(name -> isIn(type, APP + name)));
    }

    private static boolean isIn(JavaClass type, String packageName) {
        return type.getPackageName().equals(packageName)
                || type.getPackageName().startsWith(packageName + ".");
    }
}
