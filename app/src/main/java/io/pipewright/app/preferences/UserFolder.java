package io.pipewright.app.preferences;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the operating system wants a program's settings and a user's documents.
///
/// @param settings ours, may not exist yet
/// @param documents where copies of samples go
public record UserFolder(Path settings, Path documents) {

    /// The folders of this user on this machine: the one place that knows how systems differ.
    public static UserFolder ofThisUser() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    static UserFolder of(String operatingSystem, Path home, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        Path documents = home.resolve("Documents");
        if (system.startsWith("windows"))
            return new UserFolder(
                    given(environment, "APPDATA", home.resolve("AppData/Roaming"))
                            .resolve("Pipewright"),
                    documents);
        if (system.startsWith("mac"))
            return new UserFolder(
                    home.resolve("Library/Application Support/Pipewright"), documents);
        return new UserFolder(
                given(environment, "XDG_CONFIG_HOME", home.resolve(".config"))
                        .resolve("pipewright"),
                documents);
    }

    private static Path given(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
