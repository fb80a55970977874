package io.pipewright.engine.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Predicate;

/// Calls and method references that some rule forbids.
final class Accesses {
    static final DescribedPredicate<JavaAccess<?>> MAKES_A_THREAD =
            DescribedPredicate.describe("makes a thread", Accesses::makesAThread);

    static final DescribedPredicate<JavaAccess<?>> READS_THE_CLOCK =
            DescribedPredicate.describe("reads the machine's clock", Accesses::readsTheClock);

    static final DescribedPredicate<JavaAccess<?>> SLEEPS =
            DescribedPredicate.describe(
                    "sleeps", access -> is(access, Thread.class, Set.of("sleep")));

    static final DescribedPredicate<JavaAccess<?>> PRINTS =
            DescribedPredicate.describe("prints past the console class", Accesses::prints);

    private Accesses() {}

    private static boolean makesAThread(JavaAccess<?> access) {
        return is(
                        access,
                        Thread.class,
                        Set.of("<init>", "startVirtualThread", "ofVirtual", "ofPlatform"))
                || is(access, Timer.class, Set.of("<init>"))
                || is(access, ForkJoinPool.class, Set.of("<init>"))
                || (is(access, ThreadPoolExecutor.class, Set.of("<init>"))
                        && !takes(access, ThreadFactory.class))
                || (isOf(access, Executors.class, name -> name.startsWith("new"))
                        && !takes(access, ThreadFactory.class))
                || (isOf(access, CompletionStage.class, name -> name.endsWith("Async"))
                        && !takes(access, Executor.class));
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        return (access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getName().equals("now")
                        && !takes(access, Clock.class))
                || is(access, InstantSource.class, Set.of("system"))
                || isOf(access, Clock.class, name -> name.startsWith("system"))
                || is(access, System.class, Set.of("currentTimeMillis"));
    }

    private static boolean prints(JavaAccess<?> access) {
        return is(access, System.class, Set.of("out", "err"))
                || is(access, Throwable.class, Set.of("printStackTrace"));
    }

    private static boolean is(JavaAccess<?> access, Class<?> owner, Set<String> names) {
        return isOf(access, owner, names::contains);
    }

    private static boolean isOf(JavaAccess<?> access, Class<?> owner, Predicate<String> name) {
        return access.getTargetOwner().isAssignableTo(owner) && name.test(access.getName());
    }

    private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
        List<JavaClass> parameters =
                access.getTarget() instanceof CodeUnitAccessTarget target
                        ? target.getRawParameterTypes()
                        : List.of();
        return parameters.stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }
}
