package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.SqlJob.Upstream;
import java.io.IOException;
import java.sql.SQLException;

/// Where a statement runs, as far as its upstreams have to be shown there.
interface StatementDatabase {

    /// Lets the statement use what the database itself has of an upstream.
    ///
    /// @return false if it has nothing
    boolean showOwn(Upstream upstream) throws SQLException;

    /// Whether an upstream wrote its table here, in names that are not to be changed.
    boolean keepsNames(Upstream upstream);

    /// Shows the rows of a DuckDB query under a name.
    void show(String name, String query) throws SQLException, IOException;
}
