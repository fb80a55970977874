package io.pipewright.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// One stored output of a block run.
///
/// @param name `output_0`, `output_1`, …
/// @param kind the word in `type.json`: `dataframe`, `iterable` …; empty for a scalar
/// @param folder where its files are, absolute
/// @param rowCount of a table
/// @param columns of a table, in order; empty otherwise
/// @param seal size and checksum of its data file: an output that no longer matches is refused
public record OutputInfo(
        String name,
        String kind,
        Path folder,
        OptionalLong rowCount,
        List<ColumnInfo> columns,
        FileSeal seal) {

    /// A column of a table; `type` is DuckDB's name for it.
    public record ColumnInfo(String name, String type) {}

    /// @param file name within the folder: `data.parquet`, `data.json` …
    /// @param bytes its length
    /// @param crc32c its checksum
    public record FileSeal(String file, long bytes, long crc32c) {}

    public OutputInfo {
        columns = List.copyOf(columns);
    }
}
