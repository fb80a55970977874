package io.pipewright.app.fx;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.session.ProjectSession;
import java.util.List;
import java.util.function.Consumer;

/// Brings a session's events to the FX thread.
@FunctionalInterface
public interface EventBridge {

    /// Thread: any, may block; `sink` is called on the FX thread, with events in their order.
    ProjectSession.Subscription connect(ProjectSession session, Consumer<List<EngineEvent>> sink);
}
