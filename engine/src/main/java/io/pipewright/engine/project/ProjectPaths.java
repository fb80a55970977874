package io.pipewright.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which names and paths of a project file may touch the disk: all of them stay inside the project, links followed.
public final class ProjectPaths {

    private static final Pattern NEW_NAME = Pattern.compile("[a-z0-9_]{1,100}");

    /// Letters of any script with their marks, digits, `_ - .`, space. No controls, no direction marks, no `%`.
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}_\\-. ]{1,200}");

    /// Names that are devices on Windows, with or without an ending.
    private static final Set<String> DEVICES =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9");

    private final Path project;

    /// @param project absolute, links resolved
    public ProjectPaths(Path project) {
        this.project = project;
    }

    /// Whether we may create a pipeline or block of this name: `[a-z0-9_]{1,100}`, no device of any system.
    public static boolean isNewName(String name) {
        return NEW_NAME.matcher(name).matches() && !DEVICES.contains(name);
    }

    /// The same for a block, which may lie in folders: new names with single `/` between.
    public static boolean isNewBlockName(String name) {
        return name.length() <= 100
                && Stream.of(name.split("/", -1)).allMatch(ProjectPaths::isNewName);
    }

    /// Whether a name that we find may be used as a path: parts of letters, digits, `_ - .` and space, with single `/` between.
    public static boolean isReadableName(String name) {
        if (name.length() > 500) return false;
        for (String part : name.split("/", -1)) {
            if (!isReadablePart(part)) return false;
        }
        return true;
    }

    private static boolean isReadablePart(String part) {
        if (!PART.matcher(part).matches() || part.equals(".") || part.equals("..")) return false;
        return !isWindows() || !isWindowsTrap(part);
    }

    /// Windows opens a device for `con.py`, and drops a final point or space.
    private static boolean isWindowsTrap(String part) {
        String stem = part.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || part.endsWith(".") || part.endsWith(" ");
    }

    private static boolean isWindows() {
        return java.io.File.separatorChar == '\\';
    }

    /// The file of a block by the rule `<folder>/<uuid>.<extension>`; it need not exist.
    ///
    /// @return empty if the name is not readable or the path leads out of the project
    public Optional<Path> ofName(String folder, String uuid, String extension) {
        if (!isReadableName(uuid)) return Optional.empty();
        return inside(project.resolve(folder).resolve(uuid + "." + extension));
    }

    /// What a path written in a project file means: relative to the project, or to its parent if it then leads back in.
    ///
    /// @return empty if it leads out of the project; the file need not exist
    public Optional<Path> ofWritten(String written) {
        Path path;
        try {
            path = Path.of(written);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
        Optional<Path> direct = inside(project.resolve(path));
        if (direct.isPresent() && Files.exists(direct.get())) return direct;
        Optional<Path> throughParent = throughParent(path);
        return throughParent.isPresent() ? throughParent : direct;
    }

    private Optional<Path> throughParent(Path path) {
        Path parent = project.getParent();
        if (parent == null || path.isAbsolute() || !path.startsWith(project.getFileName())) {
            return Optional.empty();
        }
        return inside(parent.resolve(path));
    }

    /// `path`, normalised, if it stays inside the project even after links are followed.
    public Optional<Path> inside(Path path) {
        Path plain = path.normalize();
        if (!plain.startsWith(project) || plain.equals(project)) return Optional.empty();
        try {
            Path existing = longestExisting(plain);
            boolean stays = existing != null && existing.toRealPath().startsWith(project);
            return stays ? Optional.of(plain) : Optional.empty();
        } catch (IOException _) {
            // A link to nowhere, a loop of links, or a name too long for the disk: nothing to read
            // there.
            return Optional.empty();
        }
    }

    private static @Nullable Path longestExisting(Path path) {
        Path existing = path;
        while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
