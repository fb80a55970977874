package io.pipewright.engine.variable;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some rows of a stored table.
///
/// @param rows in stored order; each has one cell per column: null, Boolean, Number, String, List or Map, as
///     `docs/worker-protocol.md` writes cells
/// @param offset of the first row in the whole table
/// @param rowCount of the whole table
public record TablePage(
        List<ColumnInfo> columns, List<List<@Nullable Object>> rows, long offset, long rowCount) {}
