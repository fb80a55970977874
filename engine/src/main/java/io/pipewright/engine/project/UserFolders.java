package io.pipewright.engine.project;

import java.nio.file.Path;

/// Where this user's own files of Pipewright are. The only place that knows each system's custom.
public record UserFolders(HostEnvironment host) {

    private static final String NAME = "pipewright";

    /// Settings and trust; absolute, may not exist yet.
    public Path config() {
        return switch (host.system()) {
            case LINUX ->
                    fromVariable("XDG_CONFIG_HOME", host.home().resolve(".config")).resolve(NAME);
            case MAC -> library().resolve("Application Support").resolve(NAME);
            case WINDOWS -> fromVariable("APPDATA", roaming()).resolve(NAME);
        };
    }

    /// What can be made again; absolute, may not exist yet.
    public Path cache() {
        return switch (host.system()) {
            case LINUX ->
                    fromVariable("XDG_CACHE_HOME", host.home().resolve(".cache")).resolve(NAME);
            case MAC -> library().resolve("Caches").resolve(NAME);
            case WINDOWS -> fromVariable("LOCALAPPDATA", roaming()).resolve(NAME).resolve("cache");
        };
    }

    /// What went wrong, for whoever looks into it; absolute, may not exist yet.
    public Path logs() {
        return switch (host.system()) {
            case LINUX ->
                    fromVariable("XDG_STATE_HOME", host.home().resolve(".local").resolve("state"))
                            .resolve(NAME);
            case MAC -> library().resolve("Logs").resolve(NAME);
            case WINDOWS -> fromVariable("LOCALAPPDATA", roaming()).resolve(NAME).resolve("logs");
        };
    }

    private Path library() {
        return host.home().resolve("Library");
    }

    private Path roaming() {
        return host.home().resolve("AppData").resolve("Roaming");
    }

    /// A relative path in such a variable is void by the XDG rules.
    private Path fromVariable(String name, Path orElse) {
        return host.variable(name).map(Path::of).filter(Path::isAbsolute).orElse(orElse);
    }
}
