package io.pipewright.engine.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a project's files may refer to outside of it.
///
/// @param variables environment variables
/// @param home the user's home folder, absolute
/// @param system which conventions hold for folders of the user
public record HostEnvironment(Map<String, String> variables, Path home, OperatingSystem system) {

    /// The operating systems that differ in where a user's folders are.
    public enum OperatingSystem {
        LINUX,
        MAC,
        WINDOWS
    }

    public HostEnvironment {
        variables = Map.copyOf(variables);
    }

    /// The one of this process.
    public static HostEnvironment current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        OperatingSystem system =
                name.startsWith("windows")
                        ? OperatingSystem.WINDOWS
                        : name.startsWith("mac") ? OperatingSystem.MAC : OperatingSystem.LINUX;
        Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
        return new HostEnvironment(System.getenv(), home, system);
    }

    /// The variable's value; empty if it is unset or empty text.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// `path` with a leading `~` replaced by the home folder.
    public String expandHome(String path) {
        if (path.equals("~")) return home.toString();
        boolean below = path.startsWith("~/") || path.startsWith("~\\");
        return below ? home.resolve(path.substring(2)).toString() : path;
    }
}
