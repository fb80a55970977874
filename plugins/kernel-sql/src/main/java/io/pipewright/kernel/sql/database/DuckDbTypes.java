package io.pipewright.kernel.sql.database;

import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Types of DuckDB, by name.
final class DuckDbTypes {

    private DuckDbTypes() {}

    static boolean isNested(String type) {
        return type.equals("JSON")
                || type.endsWith("]")
                || type.startsWith("STRUCT(")
                || type.startsWith("MAP(")
                || type.startsWith("UNION(");
    }

    /// The columns of a query, with the whole text of their types.
    static List<Column> columns(Session session, String query) throws SQLException {
        return session.query(
                "DESCRIBE " + query,
                rows -> {
                    var columns = new ArrayList<Column>();
                    while (rows.next())
                        columns.add(
                                new Column(
                                        rows.getString("column_name"),
                                        rows.getString("column_type")));
                    return columns;
                });
    }
}
