/// Runs SQL blocks on DuckDB and reads stored outputs.
/// May depend on the plugin API and the JVM worker; nothing depends on it.
@NullMarked
package io.pipewright.kernel.sql;

import org.jspecify.annotations.NullMarked;
