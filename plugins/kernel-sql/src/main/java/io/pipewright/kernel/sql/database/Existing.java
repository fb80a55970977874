package io.pipewright.kernel.sql.database;

/// What a name stands for in a database.
public enum Existing {
    NOTHING,
    TABLE,
    VIEW
}
