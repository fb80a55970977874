/// Databases other than the worker's own DuckDB, reached over JDBC: connecting, names, bulk copies in both directions, errors.
/// May depend on the JVM worker and on JDBC drivers; knows nothing of blocks.
@NullMarked
package io.pipewright.kernel.sql.database;

import org.jspecify.annotations.NullMarked;
