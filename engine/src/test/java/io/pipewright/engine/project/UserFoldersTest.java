package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.HostEnvironment.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheCustomOfEachSystem() {
        assertEquals(HOME.resolve(".config/pipewright"), config(OperatingSystem.LINUX, Map.of()));
        assertEquals(
                HOME.resolve("Library/Application Support/pipewright"),
                config(OperatingSystem.MAC, Map.of()));
        assertEquals(
                HOME.resolve("AppData/Roaming/pipewright"),
                config(OperatingSystem.WINDOWS, Map.of()));
    }

    @Test
    void obeysTheVariablesForIt() {
        assertEquals(
                Path.of("/conf/pipewright"),
                config(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", "/conf")));
        assertEquals(
                HOME.resolve(".config/pipewright"),
                config(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", "not/absolute")));
    }

    @Test
    void keepsLogsApartFromSettings() {
        assertEquals(
                HOME.resolve(".local/state/pipewright"), logs(OperatingSystem.LINUX, Map.of()));
        assertEquals(
                Path.of("/state/pipewright"),
                logs(OperatingSystem.LINUX, Map.of("XDG_STATE_HOME", "/state")));
        assertEquals(HOME.resolve("Library/Logs/pipewright"), logs(OperatingSystem.MAC, Map.of()));
        assertEquals(
                HOME.resolve("AppData/Roaming/pipewright/logs"),
                logs(OperatingSystem.WINDOWS, Map.of()));
    }

    private static Path logs(OperatingSystem system, Map<String, String> variables) {
        return new UserFolders(new HostEnvironment(variables, HOME, system)).logs();
    }

    private static Path config(OperatingSystem system, Map<String, String> variables) {
        return new UserFolders(new HostEnvironment(variables, HOME, system)).config();
    }
}
