package io.pipewright.kernel.python;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A block and what it is run with.
final class TestBlock {

    private final String uuid;
    private final String type;
    private final String source;
    private final ArrayNode inputs = TestWorker.JSON.createArrayNode();
    private final ObjectNode variables = TestWorker.JSON.createObjectNode();
    private final ObjectNode configuration = TestWorker.JSON.createObjectNode();
    private final ObjectNode task = TestWorker.JSON.createObjectNode();

    private TestBlock(String uuid, String type, String source) {
        this.uuid = uuid;
        this.type = type;
        this.source = source;
    }

    /// A data loader called `load`; the lines are its file.
    static TestBlock loader(String... lines) {
        return new TestBlock("load", "data_loader", String.join("\n", lines));
    }

    /// A transformer called `clean`.
    static TestBlock transformer(String... lines) {
        return new TestBlock("clean", "transformer", String.join("\n", lines));
    }

    /// A block of any type.
    static TestBlock of(String type, String uuid, String... lines) {
        return new TestBlock(uuid, type, String.join("\n", lines));
    }

    /// A data loader whose function returns that expression.
    static TestBlock returning(String expression) {
        return loader("@data_loader", "def load(*args, **kwargs):", "    return " + expression);
    }

    /// A transformer that prints the `repr` of its inputs.
    static TestBlock printingItsInputs() {
        return transformer("@transformer", "def show(*args):", "    print(args)");
    }

    /// Adds an upstream block that gave this result.
    TestBlock after(String upstream, TestResult result) {
        ObjectNode input = inputs.addObject().put("uuid", upstream).put("type", "data_loader");
        put(result, input.putArray("outputs"));
        return this;
    }

    /// Adds a dynamic upstream block, of which it gets one item.
    TestBlock after(String upstream, TestResult result, int item) {
        after(upstream, result);
        ((ObjectNode) inputs.get(inputs.size() - 1)).put("item", item);
        return this;
    }

    /// Adds an upstream block that was fanned out and reduces its outputs.
    TestBlock afterChildren(String upstream, TestResult... children) {
        ObjectNode input = inputs.addObject().put("uuid", upstream).put("type", "transformer");
        input.putArray("outputs");
        ArrayNode lists = input.putArray("children");
        for (TestResult child : children) put(child, lists.addArray());
        return this;
    }

    private static void put(TestResult result, ArrayNode outputs) {
        for (var output : result.outputs()) {
            String name = output.path("name").textValue();
            outputs.addObject()
                    .put("name", name)
                    .put("folder", result.folder().resolve(name).toString())
                    .set("kind", output.path("kind"));
        }
    }

    /// Adds an upstream block without outputs.
    TestBlock after(String upstream) {
        inputs.addObject().put("uuid", upstream).put("type", "sensor").putArray("outputs");
        return this;
    }

    TestBlock with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    TestBlock withTime(String variable, String dateTime) {
        variables.putObject(variable).put("$datetime", dateTime);
        return this;
    }

    TestBlock configured(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /// Asks it as the conditional of a block.
    TestBlock decidingAbout(String parent) {
        task.put("task", "decide").put("parent", parent);
        return this;
    }

    /// Calls it as a callback of a block.
    TestBlock toldOf(String parent, String moment) {
        task.put("task", "call_back").put("parent", parent).put("moment", moment).putNull("error");
        return this;
    }

    /// With what the block failed with.
    TestBlock toldOf(String parent, String errorType, String message) {
        toldOf(parent, "failure");
        task.putObject("error").put("type", errorType).put("message", message);
        return this;
    }

    TestBlock dynamic() {
        configuration.put("dynamic", true);
        return this;
    }

    String fileIn(Path project) {
        return project.resolve(type + "s").resolve(uuid + ".py").toString();
    }

    /// Writes the source to its file, so that other blocks can import it.
    void saveIn(Path project) throws IOException {
        Path file = Path.of(fileIn(project));
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    ObjectNode request(int id, Path project, Path outputFolder) {
        ObjectNode request = TestWorker.JSON.createObjectNode();
        request.put("type", "run").put("id", id).put("pipeline_uuid", "daily");
        request.put("project", project.toString()).put("run_id", 42).put("attempt", 1);
        request.put("output_folder", outputFolder.toString()).put("run_tests", true).putNull("sql");
        request.setAll(task);
        request.set("inputs", inputs);
        request.set("variables", variables);
        ObjectNode block = request.putObject("block");
        block.put("uuid", uuid).put("type", type).put("language", "python");
        block.put("file", fileIn(project))
                .put("source", source)
                .set("configuration", configuration);
        return request;
    }
}
