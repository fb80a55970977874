package io.pipewright.kernel.sql.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/// One column of a result on its way into DuckDB: first into a table in the staged type, from there into the output.
///
/// @param staged DuckDB type of the table's column
/// @param cell moves one cell
/// @param type what the column becomes in the end
public record StagedColumn(String name, String staged, Cell cell, FinalType type) {

    /// Moves the cell of the current row.
    @FunctionalInterface
    public interface Cell {
        /// @return about how many bytes it took
        int move(ResultSet rows, int column, DuckDBAppender to) throws SQLException;
    }

    static StagedColumn of(String name, String type, Cell cell) {
        return new StagedColumn(name, type, cell, FinalType.AS_STAGED);
    }

    /// Text that becomes something else once all of it is known.
    static StagedColumn ofText(String name, FinalType type) {
        return new StagedColumn(name, "VARCHAR", Cells::text, type);
    }
}
