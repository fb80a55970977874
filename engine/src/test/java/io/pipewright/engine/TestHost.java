package io.pipewright.engine;

import io.pipewright.engine.project.HostEnvironment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// This computer with another user folder: a test leaves nothing with the person who runs it, and nothing of that person's settings
/// changes a test.
public final class TestHost {

    private static final List<String> PLACES =
            List.of(
                    "XDG_CONFIG_HOME",
                    "XDG_CACHE_HOME",
                    "XDG_STATE_HOME",
                    "APPDATA",
                    "LOCALAPPDATA",
                    "MAGE_DATA_DIR",
                    "LOGS_DIR_PATH");

    private TestHost() {}

    /// @param home where the user's folders are made
    public static HostEnvironment in(Path home) {
        HostEnvironment here = HostEnvironment.current();
        Map<String, String> variables = new HashMap<>(here.variables());
        variables.keySet().removeAll(PLACES);
        return new HostEnvironment(variables, home.toAbsolutePath(), here.system());
    }
}
