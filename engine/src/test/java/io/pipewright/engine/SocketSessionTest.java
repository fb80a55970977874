package io.pipewright.engine;

import io.pipewright.engine.session.ProjectSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// The contract of sessions, over the local socket of an engine.
@Tag("slow")
class SocketSessionTest {

    @Nested
    class FilesAndRuns extends ProjectSessionContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.connect();
        }
    }

    @Nested
    class Outputs extends SessionOutputsContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.connect();
        }
    }

    @Nested
    class Life extends SessionLifeContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.connect();
        }
    }
}
