package io.pipewright.engine.kernel;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The database files that a SQL block opens: its own and those of its upstreams. Only one process can have each open.
final class DatabaseFiles {

    private DatabaseFiles() {}

    /// @param sql the `sql` part of a run message
    static Set<Path> of(Optional<Map<String, Object>> sql) {
        var files = new HashSet<Path>();
        sql.ifPresent(
                fields -> {
                    add(files, fields.get("database"));
                    if (!(fields.get("upstreams") instanceof List<?> upstreams)) return;
                    for (Object upstream : upstreams) {
                        if (upstream instanceof Map<?, ?> map) add(files, map.get("database"));
                    }
                });
        return files;
    }

    private static void add(Set<Path> files, @Nullable Object database) {
        if (database != null) files.add(Path.of(database.toString()).toAbsolutePath().normalize());
    }
}
