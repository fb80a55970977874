package io.pipewright.app.live;

import io.pipewright.app.fx.Background;
import io.pipewright.engine.session.ProjectSession;
import java.time.InstantSource;
import java.time.ZoneId;

/// How the parts of one open project reach it.
///
/// @param zone whose clock is shown
public record ProjectConnection(
        ProjectSession session, Background background, InstantSource clock, ZoneId zone) {}
