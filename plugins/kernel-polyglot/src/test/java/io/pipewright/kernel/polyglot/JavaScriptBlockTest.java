package io.pipewright.kernel.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a JavaScript block is given, what its return value means, and how it fails.
class JavaScriptBlockTest {

    @TempDir static Path folder;

    static JavaScriptFixture worker;

    @BeforeAll
    static void start() throws Exception {
        worker = JavaScriptFixture.start(folder.toRealPath());
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
    }

    @Test
    void storesTheReturnedValue() throws Exception {
        assertEquals(Json.parse("[42]"), worker.values("answer", "export default () => 42;"));
    }

    @Test
    void splitsAReturnedArrayIntoOutputs() throws Exception {
        assertEquals(
                Json.parse("[1, {\"b\": [2, null]}, \"ü\"]"),
                worker.values(
                        "several",
                        "export default function () { return [1, {b: [2, undefined]}, 'ü']; }"));
    }

    @Test
    void hasNoOutputWhenNothingIsReturned() throws Exception {
        assertEquals(Json.array(), worker.values("nothing", "export default function () {}"));
    }

    @Test
    void awaitsPromises() throws Exception {
        assertEquals(
                Json.parse("[3]"),
                worker.values(
                        "later",
                        "export default async () => await Promise.resolve(1) + await two();\n"
                                + "const two = async () => 2;"));
    }

    @Test
    void givesOneArgumentPerUpstreamThenTheContext() throws Exception {
        RunMessage block =
                worker.block(
                        "arguments",
                        """
                export default function (...all) {
                  const context = all.pop();
                  return { all, keys: Object.keys(context) };
                }
                """);
        block.upstream("one", worker.storedValues("1"))
                .upstream("two", worker.storedValues("\"a\"", "[2]"))
                .upstream("none", worker.storedValues());

        assertEquals(
                Json.parse(
                        """
                        [{"all": [1, ["a", [2]], []],
                          "keys": ["block_uuid", "pipeline_uuid", "repo_path", "configuration", "variables", "logger"]}]
                        """),
                worker.values(block));
    }

    @Test
    void readsTaggedVariablesAsDatesAndNumbers() throws Exception {
        RunMessage block =
                worker.block(
                        "variables",
                        """
                export default ({ variables: v }) =>
                  [[v.execution_date instanceof Date, v.execution_date.toISOString(), String(v.day), v.ratio === Infinity]];
                """);
        block.json()
                .withObject("variables")
                .setAll(
                        (ObjectNode)
                                Json.parse(
                                        """
                {"execution_date": {"$datetime": "2024-01-05T06:00:00.123456"}, "day": {"$date": "2024-01-05"},
                 "ratio": {"$float": "inf"}}
                """));

        assertEquals(
                Json.parse("[[true, \"2024-01-05T06:00:00.123Z\", \"2024-01-05\", true]]"),
                worker.values(block));
    }

    @Test
    void keepsNumbersThatJsonLacks() throws Exception {
        RunMessage block =
                worker.block("numbers", "export default (x) => [x, [x.nan, x.big, 2n ** 64n]];")
                        .upstream(
                                "load",
                                worker.storedValues(
                                        "{\"nan\": NaN, \"big\": 12345678901234567890}"));

        worker.run(block);

        assertEquals(
                "[NaN,12345678901234567890,18446744073709551616]",
                Files.readString(block.outputFolder().resolve("output_1/data.json")));
    }

    @Test
    void startsEachBlockWithoutTracesOfTheLast() throws Exception {
        worker.values(
                "first", "globalThis.left = 1; Array.prototype.mine = 2; export default () => 1;");

        assertEquals(
                Json.parse("[[\"undefined\", \"undefined\"]]"),
                worker.values("second", "export default () => [[typeof left, typeof [].mine]];"));
    }

    @Test
    void importsModulesOfTheProject() throws Exception {
        Files.createDirectories(worker.folder().resolve("utils"));
        Files.writeString(
                worker.folder().resolve("utils/double.js"), "export const double = (x) => 2 * x;");

        assertEquals(
                Json.parse("[4]"),
                worker.values(
                        "importing",
                        "import { double } from '../utils/double.js';\nexport default () => double(2);"));
    }

    @Test
    void refusesToImportFromOutsideTheProject(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("secret.js"), "export default 1;");

        JsonNode error =
                worker.fail(
                        worker.block(
                                "escaping",
                                "import x from '"
                                        + outside.resolve("secret.js")
                                        + "';\nexport default () => x;"));

        assertTrue(error.path("message").asText().contains("secret.js"), error::toString);
        assertEquals(1, error.path("line").asInt());
    }

    @Test
    void reachesNothingOfJava() throws Exception {
        assertEquals(
                Json.parse("[[\"undefined\", \"undefined\", \"undefined\", \"undefined\"]]"),
                worker.values(
                        "escape",
                        "export default () => [[typeof Java, typeof Packages, typeof load, typeof pipewrightHost]];"));
    }

    @Test
    void tellsFileAndLineOfAnError() throws Exception {
        RunMessage block =
                worker.block(
                        "broken",
                        """
                const rows = null;

                export default function () {
                  return total(rows);
                }

                function total(list) {
                  return list.length;
                }
                """);

        JsonNode error = worker.fail(block);

        assertEquals("TypeError", error.path("type").asText());
        assertEquals("Cannot read property 'length' of null", error.path("message").asText());
        assertEquals(
                worker.folder().resolve("transformers/broken.js").toString(),
                error.path("file").asText());
        assertEquals(8, error.path("line").asInt());
        assertTrue(error.path("traceback").asText().contains("at total ("), error::toString);
    }

    @Test
    void tellsTheLineOfASyntaxError() throws Exception {
        JsonNode error =
                worker.fail(worker.block("typo", "export default () => {\n  let x = ;\n};"));

        assertEquals("SyntaxError", error.path("type").asText());
        assertEquals("Expected an operand but found ;", error.path("message").asText());
        assertEquals(2, error.path("line").asInt());
    }

    @Test
    void tellsTheLineOfAMissingModule() throws Exception {
        JsonNode error =
                worker.fail(
                        worker.block(
                                "missing",
                                "// comment\nimport x from './nowhere.js';\nexport default () => x;"));

        assertEquals(2, error.path("line").asInt());
    }

    @Test
    void saysWhatIsMissingWithoutADefaultExport() throws Exception {
        assertEquals(
                "the file has no default export that is a function; write: export default function (…) { … }",
                worker.fail(worker.block("plain", "const x = 1;")).path("message").asText());
    }

    @Test
    void refusesAParameterThatNoUpstreamFills() throws Exception {
        assertEquals(
                "the function takes 2 parameters, but the block has 0 upstream block(s) and one context: "
                        + "connect the missing upstream or drop the parameter",
                worker.fail(worker.block("greedy", "export default (a, context) => a;"))
                        .path("message")
                        .asText());
    }

    @Test
    void runsExportedTestsOnTheStoredOutputs() throws Exception {
        JsonNode result =
                worker.driver()
                        .request(
                                worker.block(
                                                "tested",
                                                """
                import { assert } from 'pipewright';
                export default () => ({ n: 1, skipped: undefined });
                export function testN(value) { assert(value.n === 1); }
                export function testStoredForm(value) { assert(value.skipped === null, 'not stored'); }
                export const testAlwaysFalse = () => false;
                """)
                                        .json());

        assertEquals("failed", result.path("status").asText());
        assertEquals("TestFailed", result.path("error").path("type").asText());
        assertEquals(1, result.path("outputs").size());
        assertEquals(
                Json.parse(
                        """
                        {"passed": 2, "failed": 1,
                         "failures": [{"name": "testAlwaysFalse", "message": "the test returned false"}]}
                        """),
                result.path("tests"));
    }

    @Test
    void printsToTheBlocksLogBeforeTheEndMark() throws Exception {
        RunMessage block =
                worker.block(
                        "talking",
                        "export default () => { console.log('hello', {a: 1}, [1, 2n]); };");

        JsonNode result = worker.run(block);

        String printed = worker.driver().printed();
        int mark =
                printed.indexOf(
                        "\u001etoken-of-the-test:" + result.path("id").asLong() + "\u001e\n");
        assertTrue(printed.substring(0, mark).endsWith("hello {\"a\":1} [1,\"2n\"]\n"), printed);
    }

    @Test
    void stopsAnEndlessLoopOnInterrupt() throws Exception {
        long id =
                worker.driver()
                        .send(
                                worker.block("endless", "export default () => { while (true) {} };")
                                        .json());

        worker.driver().interrupt(id);

        assertEquals("Interrupted", worker.driver().receive().path("error").path("type").asText());
        assertEquals(Json.parse("[1]"), worker.values("after", "export default () => 1;"));
    }
}
