package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.ProjectValidation;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A block that needs what runs do not carry out is refused by name, never run as if that were absent.
@Tag("slow")
class UnsupportedBlocksTest {

    private static final String BLOCK = "@transformer\ndef run(*args, **kwargs):\n    return 1\n";

    @TempDir Path home;
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: transformer, configuration: {dynamic: {parent: true}} | blocks: [] | block \"one\" has dynamic: {parent=true}, and only true or false run here. Set it to true to run the pipeline here.",
                "type: transformer, has_callback: true | blocks: [] | block \"one\" has has_callback: true, and that old form does not run. Attach the callback under callbacks: to run the pipeline here.",
                "type: transformer | conditionals: [{uuid: c, type: conditional, language: sql, upstream_blocks: [one]}] | block \"one\" has \"c\" attached, which is a conditional in sql, and those run in Python only. Write it in Python to run the pipeline here.",
                "type: dbt | blocks: [] | block \"one\" is a dbt block, and dbt does not run yet. Run dbt outside to run the pipeline here.",
                "type: global_data_product | blocks: [] | block \"one\" is a global data product, and those do not run yet. Load the data in a block to run the pipeline here."
            })
    void runAndValidateSayWhichBlockAndWhy(String block, String addOns, String reason)
            throws IOException {
        pipeline(block, addOns.equals("blocks: []") ? "" : addOns);

        var sessions = new EngineSessions(TestHost.in(home));
        ProjectValidation validation = sessions.validation(folder);
        try (ProjectSession session = sessions.forCommandLine(folder)) {
            RunDetail run = TestProject.run(session);

            var failed = (BlockRunState.Failed) TestProject.stateOf(run, "one");
            assertEquals(2, run.blockRuns().size());
            assertEquals(
                    List.of("failed", "Unsupported", reason, "cancelled"),
                    List.of(
                            run.run().state().word(),
                            failed.error().type(),
                            failed.error().message(),
                            TestProject.stateOf(run, "two").word()));
        }
        assertEquals(
                reason,
                validation.pipelines().getFirst().blocks().getFirst().whyNot().orElseThrow());
    }

    private void pipeline(String block, String addOns) throws IOException {
        TestProject.in(folder).python("one", List.of(), BLOCK).python("two", List.of("one"), BLOCK);
        Files.writeString(
                folder.resolve("pipelines/pipeline/metadata.yaml"),
                """
                type: python
                retry_config: {retries: 3, delay: 1}
                blocks:
                - {uuid: one, language: python, %s}
                - {uuid: two, language: python, type: transformer, upstream_blocks: [one]}
                %s
                """
                        .formatted(block, addOns));
    }
}
