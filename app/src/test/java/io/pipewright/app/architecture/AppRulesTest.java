package io.pipewright.app.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.pipewright.app.architecture.AppRules.Feature;
import io.pipewright.app.architecture.probe.ProbeViewModel;
import io.pipewright.app.graph.ProbeOfGraph;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppRulesTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.pipewright.app");
    private static final JavaClasses PROBES =
            new ClassFileImporter().importClasses(ProbeViewModel.class, ProbeOfGraph.class);

    static Stream<ArchRule> rules() {
        return Stream.concat(
                Stream.of(
                        AppRules.VIEW_MODELS_KNOW_NO_SCENE,
                        AppRules.ONLY_THE_BRIDGE_CALLS_RUN_LATER,
                        AppRules.THE_WINDOW_SEES_PUBLIC_TYPES_ONLY),
                AppRules.FEATURES.stream().map(AppRules::keepsToItself));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForEveryClass(ArchRule rule) {
        rule.check(OURS);
    }

    @Test
    void seesAViewModelThatKnowsTheScene() {
        assertBreaks(AppRules.VIEW_MODELS_KNOW_NO_SCENE);
    }

    @Test
    void seesAClassThatGoesToTheFxThreadByItself() {
        assertBreaks(AppRules.ONLY_THE_BRIDGE_CALLS_RUN_LATER);
    }

    @Test
    void seesAWindowThatKnowsTheKernels() {
        assertBreaks(AppRules.THE_WINDOW_SEES_PUBLIC_TYPES_ONLY);
    }

    @Test
    void seesAFeatureThatUsesAnother() {
        assertBreaks(AppRules.keepsToItself(feature("graph")));
    }

    private static Feature feature(String name) {
        return AppRules.FEATURES.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBreaks(ArchRule rule) {
        assertTrue(
                rule.evaluate(PROBES).hasViolation(),
                () -> "no probe breaks: " + rule.getDescription());
    }
}
