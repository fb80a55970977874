package io.pipewright.engine.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses CLASSES = OurClasses.main();

    private static JavaClasses probes;

    static Stream<String> packages() {
        return EngineArrows.packages().stream();
    }

    @BeforeAll
    static void makesAProbeForEveryArrowThatIsNotThere(@TempDir Path folder) throws IOException {
        var making = new Probes(folder).with(EngineArrows.ROOT, "Target", "");
        for (String from : EngineArrows.packages()) {
            making.with(EngineArrows.name(from), "Target", "");
            for (String to : EngineArrows.forbidden(from)) {
                making.with(
                        EngineArrows.name(from),
                        "Sees_" + to,
                        EngineArrows.name(to) + ".Target target;");
            }
        }
        probes = making.compiled();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageSeesOnlyWhatItsArrowsAllow(String from) {
        EngineArrows.rule(from).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyArrowThatIsNotThereIsNoticed(String from) {
        var broken = EngineArrows.rule(from).evaluate(probes).getFailureReport().getDetails();

        Set<String> noticed =
                EngineArrows.forbidden(from).stream()
                        .filter(
                                to ->
                                        broken.stream()
                                                .anyMatch(
                                                        line ->
                                                                line.contains(
                                                                        ".Sees_"
                                                                                + to
                                                                                + ".target>")))
                        .collect(Collectors.toSet());
        assertEquals(EngineArrows.forbidden(from), noticed);
    }

    @Test
    void everyEnginePackageHasItsRow() {
        Set<String> unknown =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(EngineArrows.ROOT + "."))
                        .map(
                                name ->
                                        name.substring(EngineArrows.ROOT.length() + 1)
                                                .replaceFirst("[.].*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(EngineArrows.packages());

        assertEquals(Set.of(), unknown, "packages without a row in EngineArrows");
    }
}
