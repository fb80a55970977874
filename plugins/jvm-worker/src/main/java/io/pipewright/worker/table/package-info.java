/// Stored outputs on disk, read and written through DuckDB. Depends on `io.pipewright.worker`; only kernel plugins may
/// depend on it.
@NullMarked
package io.pipewright.worker.table;

import org.jspecify.annotations.NullMarked;
