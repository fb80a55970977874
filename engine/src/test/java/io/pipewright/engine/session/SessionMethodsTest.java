package io.pipewright.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.json.EngineJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SessionMethodsTest {

    @Test
    void sendsAPathAsSeenFromTheCallersFolder() {
        var arguments =
                new SessionMethods(EngineJson.mapper())
                        .arguments(new Object[] {Path.of("rows.csv")});

        assertEquals(
                Path.of("rows.csv").toAbsolutePath().toString(), arguments.getFirst().asText());
    }
}
