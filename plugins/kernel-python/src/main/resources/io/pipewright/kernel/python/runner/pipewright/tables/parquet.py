"""Columns to Parquet files and back, through DuckDB's library."""

import itertools
import shutil

from pipewright.duckdb.connection import connection, is_open
from pipewright.duckdb.types import quote_name, quote_text

SAMPLE_ROWS = 1000
SAMPLE_COLUMNS = 1000

_numbers = itertools.count()


class Column:
    """One column of a table that is to be written. source: as of `pipewright.duckdb.writing.filler`."""

    __slots__ = ("name", "type", "source")

    def __init__(self, name, column_type, source):
        self.name = name
        self.type = column_type
        self.source = source


def load(columns, row_count):
    """Puts columns into a new temporary table; its name. Its columns are called c0, c1, ..."""
    table = new_name()
    duckdb = connection()
    duckdb.execute(
        "CREATE TEMP TABLE %s (%s)" % (table, ", ".join("c%d %s" % (i, c.type.sql()) for i, c in enumerate(columns)))
    )
    try:
        duckdb.append(table, [(column.type, column.source) for column in columns], row_count)
    except BaseException:
        drop(table)
        raise
    return table


def new_name():
    """The name of a temporary table that nobody uses yet."""
    return "rows_%d" % next(_numbers)


def drop(table):
    """Removes a temporary table, if the database is still there."""
    if is_open():
        connection().execute("DROP TABLE IF EXISTS %s" % table)


def write(path, columns, row_count):
    """Writes columns to a Parquet file."""
    table = load(columns, row_count)
    names = ("c%d AS %s" % (i, quote_name(column.name)) for i, column in enumerate(columns))
    try:
        copy("SELECT %s FROM %s" % (", ".join(names), table), path)
    finally:
        drop(table)


def write_sample(path, data, names, row_count):
    """Writes the first rows and columns of a Parquet file to another. names, row_count: those of the file."""
    if row_count <= SAMPLE_ROWS and len(names) <= SAMPLE_COLUMNS:
        shutil.copyfile(data, path)
    else:
        columns = ", ".join(quote_name(name) for name in names[:SAMPLE_COLUMNS])
        copy("SELECT %s FROM %s LIMIT %d" % (columns, scan(data), SAMPLE_ROWS), path)


def copy(select, path):
    """Writes what a query gives to a Parquet file; the number of rows."""
    statement = "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)" % (select, quote_text(str(path)))
    return connection().rows(statement)[0][0]


def scan(path):
    """The SQL that stands for a Parquet file in a FROM clause."""
    return "read_parquet(%s)" % quote_text(str(path))


def read(path):
    """An open Result with all rows of a Parquet file."""
    return connection().query("FROM %s" % scan(path))


def schema(path):
    """`(names, types, row count)` of a Parquet file, without reading its rows."""
    return describe(scan(path))


def describe(relation):
    """`(names, types, row count)` of whatever can stand after FROM."""
    with connection().query("FROM %s LIMIT 0" % relation) as result:
        names, types = result.names, result.types
    return names, types, connection().rows("SELECT count(*) FROM %s" % relation)[0][0]
