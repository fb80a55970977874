package io.pipewright.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the jars of this installation are, so that a kernel can start a worker JVM with just what it needs.
public interface Libraries {

    /// The class path of one role, in order. Roles: `kernel-sql`, `kernel-polyglot`.
    List<Path> classPath(String role);

    /// The jar whose file name starts with `artifact` and a dash, for example `duckdb_jdbc`.
    Optional<Path> jar(String artifact);

    /// The `java` program that runs the engine itself.
    Path java();
}
