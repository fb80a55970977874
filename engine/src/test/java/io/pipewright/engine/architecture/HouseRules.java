package io.pipewright.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/// The rules that hold across packages.
final class HouseRules {
    private static final DescribedPredicate<JavaClass> THE_ENGINE =
            resideInAPackage("io.pipewright.engine..");

    /// Threads are made and named where the engine is put together; a shutdown hook cannot be anything but a thread.
    private static final DescribedPredicate<JavaClass> WIRING =
            resideInAPackage("io.pipewright.engine").or(simpleName("CancelOnExit"));

    private static final DescribedPredicate<JavaClass> CONSOLE = simpleName("Console");

    private static final String TAKEN_NAME = "(Utils?|Commons?|Helpers?|Managers?|Impls?)";

    static final ArchRule SQL_LIVES_IN_THE_STORE =
            noClasses()
                    .that(THE_ENGINE.and(not(resideInAPackage("io.pipewright.engine.store.."))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.sql..",
                                    "javax.sql..",
                                    "org.h2..",
                                    "org.jdbi..",
                                    "com.zaxxer..",
                                    "org.flywaydb.."))
                    .allowEmptyShould(true);

    static final ArchRule THREADS_COME_FROM_THE_WIRING =
            noClasses()
                    .that(THE_ENGINE.and(not(WIRING)))
                    .should()
                    .accessTargetWhere(Accesses.MAKES_A_THREAD)
                    .allowEmptyShould(true);

    static final ArchRule TIME_COMES_FROM_AN_INSTANT_SOURCE =
            noClasses()
                    .that(THE_ENGINE.and(not(resideInAPackage("io.pipewright.engine"))))
                    .should()
                    .accessTargetWhere(Accesses.READS_THE_CLOCK)
                    .allowEmptyShould(true);

    static final ArchRule NOTHING_SLEEPS =
            noClasses()
                    .that(THE_ENGINE)
                    .should()
                    .accessTargetWhere(Accesses.SLEEPS)
                    .allowEmptyShould(true);

    static final ArchRule ONLY_THE_CONSOLE_PRINTS =
            noClasses()
                    .that(THE_ENGINE.and(not(CONSOLE)))
                    .should()
                    .accessTargetWhere(Accesses.PRINTS)
                    .allowEmptyShould(true);

    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*[.](utils?|commons?|helpers?|managers?|impls?)[.].*"
                                    + "|.*(?<=[a-z0-9.$])"
                                    + TAKEN_NAME
                                    + "([A-Z$].*)?")
                    .as("no package or class is called util, common, helper, manager or impl");

    static final ArchRule THE_PLUGIN_API_SEES_NOTHING_OF_OURS = seesOfOurs("plugin", "plugin..");

    static final ArchRule THE_JVM_WORKER_SEES_THE_PLUGIN_API =
            seesOfOurs("worker", "plugin..", "worker..");

    static final ArchRule KERNELS_SEE_THE_PLUGIN_API_AND_THE_JVM_WORKER =
            seesOfOurs("kernel", "plugin..", "worker..", "kernel..");

    static final ArchRule KERNELS_DO_NOT_SEE_EACH_OTHER =
            slices().matching("io.pipewright.kernel.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true);

    private HouseRules() {}

    private static ArchRule seesOfOurs(String from, String... allowed) {
        String[] packages = Stream.of(allowed).map("io.pipewright."::concat).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.pipewright." + from + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.pipewright..").and(not(resideInAnyPackage(packages))))
                .allowEmptyShould(true);
    }
}
