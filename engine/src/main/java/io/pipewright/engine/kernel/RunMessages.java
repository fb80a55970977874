package io.pipewright.engine.kernel;

import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.kernel.KernelRequest.Portion;
import io.pipewright.engine.kernel.KernelTask.Moment;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.OutputSeals;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `run` and `result` messages of `docs/worker-protocol.md`.
final class RunMessages {

    private static final Pattern OUTPUT = Pattern.compile("output_\\d{1,6}");

    private final Path projectFolder;

    RunMessages(Path projectFolder) {
        this.projectFolder = projectFolder;
    }

    Map<String, @Nullable Object> run(long id, KernelRequest request) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("type", "run");
        message.put("id", id);
        message.put("block", block(request));
        message.put("pipeline_uuid", request.context().pipeline().value());
        message.put("project", projectFolder.toString());
        message.put("run_id", request.context().run().value());
        message.put("attempt", request.context().attempt());
        message.put("inputs", request.inputs().stream().map(RunMessages::input).toList());
        message.put("variables", WireValues.of(request.context().variables()));
        message.put("output_folder", request.outputFolder().toString());
        message.putAll(task(request.context().task()));
        message.put("sql", request.sql().map(WireValues::of).orElse(null));
        return message;
    }

    private static Map<String, @Nullable Object> block(KernelRequest request) {
        Block block = request.block();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("uuid", block.id().value());
        fields.put("type", block.kind().typeWord());
        fields.put("language", block.kind().languageWord());
        fields.put("file", block.source().file().map(Path::toString).orElse(block.id().value()));
        fields.put("source", request.source());
        fields.put("configuration", WireValues.of(block.options().configuration()));
        return fields;
    }

    private static Map<String, @Nullable Object> task(KernelTask task) {
        return switch (task) {
            case KernelTask.Execute(boolean runTests) ->
                    Map.of("task", "execute", "run_tests", runTests);
            case KernelTask.Decide(BlockId parent) ->
                    Map.of("task", "decide", "parent", parent.value());
            case KernelTask.CallBack(BlockId parent, Moment moment, Optional<BlockError> error) -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                fields.put("task", "call_back");
                fields.put("parent", parent.value());
                fields.put("moment", moment.word());
                fields.put("error", error.map(RunMessages::said).orElse(null));
                yield fields;
            }
        };
    }

    private static Map<String, String> said(BlockError error) {
        return Map.of("type", error.type(), "message", error.message());
    }

    private static Map<String, @Nullable Object> input(Input input) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("uuid", input.block().value());
        fields.put("type", input.blockType());
        fields.put("outputs", outputs(input.outputs()));
        switch (input.portion()) {
            case Portion.Whole() -> {}
            case Portion.Item(int index) -> fields.put("item", index);
            case Portion.Reduced(var children) ->
                    fields.put("children", children.stream().map(RunMessages::outputs).toList());
        }
        return fields;
    }

    private static List<Map<String, @Nullable Object>> outputs(List<OutputInfo> outputs) {
        return outputs.stream().map(RunMessages::output).toList();
    }

    private static Map<String, @Nullable Object> output(OutputInfo output) {
        return Map.of(
                "name", output.name(), "kind", output.kind(), "folder", output.folder().toString());
    }

    /// @throws IOException if the result has the wrong shape, or an output that it names is not there
    KernelResult result(Message message, Path outputFolder) throws IOException {
        var outputs = new ArrayList<OutputInfo>();
        for (Message output : message.messages("outputs"))
            outputs.add(stored(output, outputFolder));
        Optional<Message> tests = message.message("tests");
        int passed = count(tests, "passed");
        return switch (message.requiredText("status")) {
            case "completed" ->
                    message.flag("decision")
                            .<KernelResult>map(KernelResult.Decided::new)
                            .orElseGet(
                                    () -> new KernelResult.Completed(List.copyOf(outputs), passed));
            case "failed" ->
                    new KernelResult.Failed(
                            error(message), List.copyOf(outputs), passed, count(tests, "failed"));
            case String other ->
                    throw new ProtocolException("a result with status \"" + other + "\"");
        };
    }

    private static OutputInfo stored(Message output, Path outputFolder) throws IOException {
        String name = output.requiredText("name");
        if (!OUTPUT.matcher(name).matches())
            throw new ProtocolException("an output named \"" + name + "\"");
        Path folder = outputFolder.resolve(name);
        var columns = new ArrayList<ColumnInfo>();
        for (Message column : output.messages("columns")) {
            columns.add(new ColumnInfo(column.requiredText("name"), column.requiredText("type")));
        }
        OptionalLong rows = output.whole("row_count");
        return new OutputInfo(
                name,
                output.text("kind").orElse(""),
                folder,
                rows,
                columns,
                OutputSeals.seal(folder));
    }

    private static BlockError error(Message message) throws ProtocolException {
        Message error = message.message("error").orElse(new Message(Map.of()));
        OptionalLong line = error.whole("line");
        return new BlockError(
                error.text("type").orElse("Error"),
                error.text("message").orElse("the block failed without saying why"),
                error.text("file").orElse(""),
                line.isPresent() ? OptionalInt.of((int) line.getAsLong()) : OptionalInt.empty(),
                error.text("traceback").orElse(""));
    }

    private static int count(Optional<Message> tests, String field) {
        return tests.map(counts -> (int) counts.whole(field).orElse(0)).orElse(0);
    }
}
