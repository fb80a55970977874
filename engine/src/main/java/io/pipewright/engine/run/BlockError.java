package io.pipewright.engine.run;

import java.util.OptionalInt;

/// Why a block run failed, in words a person can act on.
///
/// @param type the exception's type in the block's language, or one of ours: `TestFailed`, `WorkerKilled`, `OutOfMemory`,
///     `EngineKilled` …
/// @param file the file that the failing line is in, absolute; empty if unknown
/// @param line first line is 1
/// @param traceback as the language prints it; may be empty
public record BlockError(
        String type, String message, String file, OptionalInt line, String traceback) {

    private static final String UNSUPPORTED = "Unsupported";

    /// The block needs what runs do not carry out.
    public static BlockError unsupported(String why) {
        return of(UNSUPPORTED, why);
    }

    /// Whether another attempt could end otherwise.
    public boolean mayPass() {
        return !type.equals(UNSUPPORTED);
    }

    public static BlockError of(String type, String message) {
        return new BlockError(type, message, "", OptionalInt.empty(), "");
    }
}
