package io.pipewright.engine;

import io.pipewright.engine.session.ProjectSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// The contract of sessions, in this process.
@Tag("slow")
class LocalSessionTest {

    @Nested
    class FilesAndRuns extends ProjectSessionContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.host().session();
        }
    }

    @Nested
    class Outputs extends SessionOutputsContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.host().session();
        }
    }

    @Nested
    class Life extends SessionLifeContract {
        @Override
        ProjectSession connect(SessionProject project) {
            return project.host().session();
        }
    }
}
