package io.pipewright.worker.table;

/// Where the rows of an output come from.
public sealed interface TableSource {

    /// A table of the session.
    ///
    /// @param name quoted, as it stands behind `FROM`
    /// @param limit rows at most
    record Table(String name, long limit) implements TableSource {}

    /// A query. It runs once.
    record Query(String text) implements TableSource {}
}
