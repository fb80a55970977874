package io.pipewright.engine.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final JavaClasses CLASSES = OurClasses.main();
    private static final String RUN = "io.pipewright.engine.run";
    private static JavaClasses probes;

    /// A class that breaks `rule`.
    record Breach(ArchRule rule, String packageName, String name, String body) {
        @Override
        public String toString() {
            return packageName + "." + name + " { " + body + " }";
        }
    }

    @BeforeAll
    static void makesTheProbes(@TempDir Path folder) throws IOException {
        var making = new Probes(folder);
        for (String seen : List.of(RUN, "io.pipewright.worker", "io.pipewright.kernel.sql"))
            making.with(seen, "Target", "");
        breaches()
                .forEach(breach -> making.with(breach.packageName(), breach.name(), breach.body()));
        probes = making.compiled();
    }

    static Stream<Named<ArchRule>> rules() {
        return breaches()
                .map(Breach::rule)
                .distinct()
                .map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ourClassesKeepTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void ruleNotices(Breach breach) {
        String broken = breach.packageName() + "." + breach.name();

        var report = breach.rule().evaluate(probes).getFailureReport().getDetails();

        assertTrue(
                report.stream().anyMatch(line -> line.contains(broken)),
                () -> "unnoticed; noticed were " + report);
    }

    static Stream<Breach> breaches() {
        return Stream.of(sql(), threads(), timeAndOutput(), names(), plugins())
                .flatMap(some -> some);
    }

    private static Stream<Breach> sql() {
        return Stream.of(
                        "java.sql.Connection",
                        "javax.sql.DataSource",
                        "org.h2.Driver",
                        "org.jdbi.v3.core.Jdbi",
                        "com.zaxxer.hikari.HikariDataSource",
                        "org.flywaydb.core.Flyway")
                .map(type -> breaks(HouseRules.SQL_LIVES_IN_THE_STORE, type + " held;"));
    }

    private static Stream<Breach> threads() {
        return Stream.of(
                        "Object o = new Thread();",
                        "static class Own extends Thread {}",
                        "java.util.function.Function<Runnable, Thread> f = Thread::new;",
                        "Object o = Thread.ofVirtual();",
                        "Object o = Thread.ofPlatform();",
                        "Object o = Thread.startVirtualThread(() -> {});",
                        "Object o = new java.util.Timer();",
                        "Object o = new java.util.concurrent.ForkJoinPool();",
                        "Object o = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();",
                        "Object o = java.util.concurrent.Executors.newFixedThreadPool(2);",
                        "Object o = java.util.concurrent.CompletableFuture.runAsync(() -> {});",
                        "Object o = new java.util.concurrent.ThreadPoolExecutor(1, 1, 1, java.util.concurrent.TimeUnit.DAYS, null);")
                .map(body -> breaks(HouseRules.THREADS_COME_FROM_THE_WIRING, body));
    }

    private static Stream<Breach> timeAndOutput() {
        return Stream.of(
                breaks(
                        HouseRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
                        "Object o = java.time.Instant.now();"),
                breaks(
                        HouseRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
                        "Object o = java.time.LocalDate.now();"),
                breaks(
                        HouseRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
                        "Object o = java.time.InstantSource.system();"),
                breaks(
                        HouseRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
                        "Object o = java.time.Clock.systemUTC();"),
                breaks(
                        HouseRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
                        "long l = System.currentTimeMillis();"),
                breaks(HouseRules.NOTHING_SLEEPS, "void m() throws Exception { Thread.sleep(1); }"),
                breaks(HouseRules.ONLY_THE_CONSOLE_PRINTS, "void m() { System.out.println(); }"),
                breaks(HouseRules.ONLY_THE_CONSOLE_PRINTS, "void m() { System.err.println(); }"),
                breaks(
                        HouseRules.ONLY_THE_CONSOLE_PRINTS,
                        "void m(Exception e) { e.printStackTrace(); }"));
    }

    private static Stream<Breach> names() {
        return Stream.concat(
                Stream.of("util", "common", "helpers", "manager", "impl")
                        .map(
                                part ->
                                        breaks(
                                                HouseRules.NAMES_SAY_SOMETHING,
                                                RUN + "." + part,
                                                "Rule",
                                                "")),
                Stream.of(
                                "RunUtils",
                                "Helper",
                                "CommonRule",
                                "RunManager",
                                "RunStoreImpl",
                                "RunManagerRules")
                        .map(name -> breaks(HouseRules.NAMES_SAY_SOMETHING, RUN, name, "")));
    }

    private static Stream<Breach> plugins() {
        String seesEngine = RUN + ".Target target;";
        return Stream.of(
                breaks(
                        HouseRules.THE_PLUGIN_API_SEES_NOTHING_OF_OURS,
                        "io.pipewright.plugin",
                        "Probing",
                        "io.pipewright.worker.Target target;"),
                breaks(
                        HouseRules.THE_JVM_WORKER_SEES_THE_PLUGIN_API,
                        "io.pipewright.worker",
                        "Probing",
                        seesEngine),
                breaks(
                        HouseRules.KERNELS_SEE_THE_PLUGIN_API_AND_THE_JVM_WORKER,
                        "io.pipewright.kernel.sql",
                        "Probing",
                        seesEngine),
                breaks(
                        HouseRules.KERNELS_DO_NOT_SEE_EACH_OTHER,
                        "io.pipewright.kernel.python",
                        "Probing",
                        "io.pipewright.kernel.sql.Target target;"));
    }

    /// In a class of the engine whose name nobody else has.
    private static Breach breaks(ArchRule rule, String body) {
        return breaks(
                rule,
                RUN,
                "Breach" + Integer.toHexString((rule.getDescription() + body).hashCode()),
                body);
    }

    private static Breach breaks(ArchRule rule, String packageName, String name, String body) {
        return new Breach(rule, packageName, name, body);
    }
}
