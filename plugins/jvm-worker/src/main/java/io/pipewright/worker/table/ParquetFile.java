package io.pipewright.worker.table;

import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.OutputInfo.TableInfo;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A stored table: one Parquet file, written by whichever kernel.
///
/// The unnamed index that pandas adds as `__index_level_0__` is no column of the table.
public record ParquetFile(Path path) {

    private static final Pattern PANDAS_INDEX = Pattern.compile("__index_level_\\d+__");

    /// Reads only the file's footer.
    public TableInfo info(Session session) throws SQLException {
        return new TableInfo(rowCount(session), columns(session));
    }

    public long rowCount(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM " + relation());
    }

    public List<Column> columns(Session session) throws SQLException {
        return session.query(
                "DESCRIBE SELECT * FROM " + relation(),
                rows -> {
                    var columns = new ArrayList<Column>();
                    while (rows.next()) {
                        String name = rows.getString("column_name");
                        if (!PANDAS_INDEX.matcher(name).matches())
                            columns.add(
                                    new Column(
                                            name,
                                            rows.getString("column_type")
                                                    .replace("\"NULL\"", "NULL")));
                    }
                    return columns;
                });
    }

    /// `SELECT "a", "b" FROM read_parquet(…)` without the index columns of pandas.
    public String select(Session session) throws SQLException {
        return select(columns(session));
    }

    /// The same with the columns in hand.
    public String select(List<Column> columns) {
        String list =
                columns.stream()
                        .map(column -> Sql.name(column.name()))
                        .collect(Collectors.joining(", "));
        // A table without columns has no rows either; SQL cannot say it.
        return list.isEmpty()
                ? "SELECT NULL AS \"empty\" WHERE false"
                : "SELECT " + list + " FROM " + relation();
    }

    /// What stands behind `FROM`. Signs of a glob in the path are taken as written.
    public String relation() {
        return "read_parquet(" + Sql.text(path.toString().replaceAll("([*?\\[])", "[$1]")) + ")";
    }
}
