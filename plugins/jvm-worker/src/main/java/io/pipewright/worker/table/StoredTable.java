package io.pipewright.worker.table;

import io.pipewright.worker.OutputInfo.TableInfo;

/// A table as it was written.
///
/// @param bytes size of its Parquet file
record StoredTable(TableInfo info, long bytes) {}
