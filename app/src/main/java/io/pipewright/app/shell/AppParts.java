package io.pipewright.app.shell;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.EventBridge;
import io.pipewright.app.preferences.UserFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// What the window is made of that tests exchange.
///
/// @param work how calls leave the FX thread and events reach it
/// @param folders where settings and copies of samples go
/// @param samples the folder of the samples that came with the program
public record AppParts(
        SessionOpener opener,
        Work work,
        WallClock clock,
        UserFolder folders,
        Optional<Path> samples) {

    public record Work(Background background, EventBridge events) {}

    /// @param zone whose clock is shown
    public record WallClock(InstantSource source, ZoneId zone) {}
}
