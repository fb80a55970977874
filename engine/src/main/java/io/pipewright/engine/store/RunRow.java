package io.pipewright.engine.store;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.PipelineRunState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A new run as it goes into its tables.
///
/// @param details of the run's state
/// @param firstAttempt the state of each block run
record RunRow(
        NewRun run,
        String plan,
        String planDigest,
        String variables,
        String details,
        String firstAttempt) {

    static RunRow of(NewRun run) {
        String plan = EngineJson.write(run.plan());
        return new RunRow(
                run,
                plan,
                digest(plan),
                EngineJson.write(run.variables()),
                EngineJson.write(new PipelineRunState.Initial()),
                EngineJson.write(new BlockRunState.Initial()));
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
