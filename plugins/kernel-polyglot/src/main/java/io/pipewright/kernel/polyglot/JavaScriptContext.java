package io.pipewright.kernel.polyglot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/// A JavaScript world with our modules loaded, for one block.
///
/// The code in it reaches nothing of Java, and of the file system only the project's modules.
/// Thread: one at a time, except `interrupt` and `close`.
final class JavaScriptContext {

    private static final String MODULE = "application/javascript+module";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ProjectModules modules = new ProjectModules();
    private final TableHost host = new TableHost();
    private final Context context;
    private final Value runner;

    JavaScriptContext(Engine engine) {
        context =
                Context.newBuilder("js")
                        .engine(engine)
                        .allowIO(IOAccess.newBuilder().fileSystem(modules).build())
                        .allowExperimentalOptions(true)
                        .option("js.esm-eval-returns-exports", "true")
                        .option("js.strict", "true")
                        .option("js.load", "false")
                        .option("js.timezone", "UTC")
                        .out(System.out)
                        .err(System.err)
                        .build();
        context.getBindings("js").putMember("pipewrightHost", host.functions());
        runner = module(ProjectModules.RUNNER, modules.own(ProjectModules.RUNNER)).getMember("run");
    }

    /// From here on the block's own imports and tables work.
    void open(Path project, BlockTables tables) {
        modules.open(project);
        host.open(tables);
    }

    /// Loads a module; its exports.
    Value module(Path file, String source) {
        try {
            return context.eval(
                    Source.newBuilder("js", file.toFile())
                            .content(source)
                            .mimeType(MODULE)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException("the module's text is in memory", e);
        }
    }

    /// The promise of one run of a block.
    Value run(Value block, String job) {
        return runner.execute(block, job);
    }

    void interrupt() {
        try {
            context.interrupt(PATIENCE);
        } catch (TimeoutException _) {
            // It is in code that cannot be interrupted; the engine ends the process next.
        }
    }

    void close() {
        context.close(true);
    }
}
