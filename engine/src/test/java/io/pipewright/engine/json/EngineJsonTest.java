package io.pipewright.engine.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EngineJsonTest {

    @TestFactory
    Stream<DynamicTest> everyContractTypeComesBackAsItWas() {
        return ContractTypes.all().stream()
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        type.getName(),
                                        () -> {
                                            for (Object sample : Samples.of(type)) {
                                                assertEquals(
                                                        sample,
                                                        EngineJson.read(
                                                                EngineJson.write(sample), type));
                                            }
                                        }));
    }

    @Test
    void writesTheSimpleNameOfASealedCase() {
        var state = new PipelineRunState.Running(Instant.parse("2026-01-05T06:00:00.000001Z"));

        assertEquals(
                "{\"is\":\"Running\",\"startedAt\":\"2026-01-05T06:00:00.000001Z\"}",
                EngineJson.write(state));
    }

    @Test
    void writesAStateWithoutFactsAsItsNameAlone() {
        assertEquals("{\"is\":\"Initial\"}", EngineJson.write(new BlockRunState.Initial()));
    }

    @Test
    void writesSealedCasesInsideAListToo() {
        List<BlockRunState> states = List.of(new BlockRunState.Initial());
        String json = EngineJson.write(Map.of("states", states));

        assertEquals("{\"states\":[{\"is\":\"Initial\"}]}", json);
    }

    @Test
    void writesIdsAsTheirValue() {
        assertEquals(
                "[42,\"retrain/sklearn\"]",
                EngineJson.write(List.of(new RunId(42), new BlockId("retrain/sklearn"))));
    }

    @Test
    void writesPathsAsPlainTextAndAbsenceAsNull() {
        Path folder = Path.of("some folder", "output_0");
        var output =
                new OutputInfo(
                        "output_0",
                        "",
                        folder,
                        OptionalLong.empty(),
                        List.of(),
                        new OutputInfo.FileSeal("data.json", 2, 7));

        var tree = EngineJson.mapper().valueToTree(output);

        assertEquals(folder.toString(), tree.get("folder").asText());
        assertEquals(true, tree.get("rowCount").isNull());
    }

    @Test
    void keepsTheTypesOfOpenValues() {
        var values = new LinkedHashMap<String, Object>();
        values.put("naive", LocalDateTime.parse("2024-01-05T06:00:00"));
        values.put("aware", OffsetDateTime.parse("2024-01-05T06:00:00+02:00"));
        values.put("day", LocalDate.parse("2024-01-05"));
        values.put(
                "floats",
                List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        values.put("nested", Map.of("list", List.of(1, "two", Map.of("three", true))));

        assertEquals(
                values,
                EngineJson.read(
                        EngineJson.write(values), new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void leavesAMapAloneThatOnlyLooksLikeATag() {
        Map<String, Object> values =
                Map.of("mine", Map.of("$date", "tomorrow"), "other", Map.of("$float", "many"));

        assertEquals(
                values,
                EngineJson.read(
                        EngineJson.write(values), new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void skipsPropertiesOfANewerVersion() {
        var state =
                EngineJson.read("{\"is\":\"Initial\",\"since\":\"tomorrow\"}", BlockRunState.class);

        assertEquals(new BlockRunState.Initial(), state);
    }

    @Test
    void refusesACaseThatIsNotOfTheSealedType() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                EngineJson.read(
                                        "{\"is\":\"java.lang.Runtime\"}", BlockRunState.class));

        assertEquals(
                "Cannot read JSON as io.pipewright.engine.run.BlockRunState:"
                        + " {\"is\":\"java.lang.Runtime\"}",
                refused.getMessage());
    }
}
