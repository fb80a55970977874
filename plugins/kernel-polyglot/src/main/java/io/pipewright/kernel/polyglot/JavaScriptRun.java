package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.BlockError;
import io.pipewright.worker.BlockSource;
import io.pipewright.worker.Input;
import io.pipewright.worker.Json;
import io.pipewright.worker.RunRequest;
import io.pipewright.worker.RunResult;
import io.pipewright.worker.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// One run of one JavaScript block, in a context of its own.
/// Thread: the worker's main thread, except `interrupt`.
final class JavaScriptRun {

    private final JavaScriptContext context;
    private final BlockTables tables;
    private final RunRequest request;
    private volatile boolean interrupted;

    JavaScriptRun(JavaScriptContext context, BlockTables tables, RunRequest request) {
        this.context = context;
        this.tables = tables;
        this.request = request;
    }

    RunResult run() throws IOException, SQLException {
        BlockSource block = request.block();
        context.open(request.project(), tables);
        String job = job(block).toString();
        try {
            Value exports = context.module(block.file(), block.source());
            var settled = new Settled();
            context.run(exports, job).invokeMember("then", settled.onValue(), settled.onError());
            return result(settled.await());
        } catch (PolyglotException e) {
            return RunResult.failed(
                    interrupted
                            ? BlockError.interrupted()
                            : JavaScriptErrors.of(e, block, request.project()));
        }
    }

    private RunResult result(String tests) throws IOException {
        JsonNode json = Json.parse(tests);
        var failures = new ArrayList<TestOutcome.Failure>();
        for (JsonNode failure : json.path("failures"))
            failures.add(
                    new TestOutcome.Failure(
                            failure.path("name").asText(), failure.path("message").asText()));
        var outcome = new TestOutcome(json.path("passed").asInt(), failures);
        return new RunResult(tables.outputs(), outcome, outcome.error());
    }

    /// What `runner.js` needs to know.
    private ObjectNode job(BlockSource block) throws IOException, SQLException {
        ObjectNode job = Json.object().put("run_tests", request.runTests());
        ArrayNode inputs = job.putArray("inputs");
        for (Input input : request.inputs()) {
            ArrayNode outputs = inputs.addArray();
            for (Input.Output output : input.outputs()) outputs.add(stored(output.folder()));
        }
        job.putObject("context")
                .put("block_uuid", block.uuid())
                .put("pipeline_uuid", request.pipelineUuid())
                .put("repo_path", request.project().toString())
                .<ObjectNode>set("configuration", block.configuration())
                .set("variables", request.variables());
        return job;
    }

    private ObjectNode stored(Path folder) throws IOException, SQLException {
        if (Files.exists(folder.resolve("data.parquet")))
            return Json.object().put("table", tables.open(folder));
        Path value = folder.resolve("data.json");
        if (!Files.exists(value))
            throw new IOException("the stored output \"" + folder + "\" has no data");
        return Json.object().set("value", TaggedValues.tag(Json.parse(Files.readAllBytes(value))));
    }

    void interrupt() {
        interrupted = true;
        tables.cancel();
        context.interrupt();
    }

    /// How the block's promise ended. Nothing outside can settle it later: there are no timers and no network.
    private static final class Settled {

        private @Nullable String value;
        private @Nullable Value error;

        ProxyExecutable onValue() {
            return values -> {
                value = values[0].asString();
                return null;
            };
        }

        ProxyExecutable onError() {
            return values -> {
                error = values[0];
                return null;
            };
        }

        String await() {
            if (error != null) throw error.throwException();
            if (value == null)
                throw new IllegalStateException("the block awaits a promise that never settles");
            return value;
        }
    }
}
