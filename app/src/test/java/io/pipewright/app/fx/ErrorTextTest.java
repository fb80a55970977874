package io.pipewright.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private static final BlockId CLEAN = new BlockId("clean");

    @Test
    void saysInOneLineWhatFailedHoweverLongTheErrorIs() {
        var error =
                new BlockError(
                        "BinderError",
                        "no column \"temp\"\nCandidates: temp_max\n   ^^^^",
                        "/demo/clean.sql",
                        OptionalInt.of(3),
                        "");

        assertEquals("clean line 3: BinderError: no column \"temp\"", ErrorText.of(CLEAN, error));
        assertEquals(
                "clean: WorkerKilled: killed",
                ErrorText.of(CLEAN, BlockError.of("WorkerKilled", "killed")));
    }
}
