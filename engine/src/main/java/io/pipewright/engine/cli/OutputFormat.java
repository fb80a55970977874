package io.pipewright.engine.cli;

/// How `output` writes a table; the names are what the user types.
enum OutputFormat {
    table,
    json,
    csv,
    parquet
}
