"""`Table`: rows and typed columns in DuckDB. A thin face: whatever it cannot do, `table.sql` can."""

import os
import weakref

from pipewright.duckdb.connection import connection
from pipewright.duckdb.library import library
from pipewright.duckdb.reading import reader
from pipewright.duckdb.types import quote_name, quote_text
from pipewright.tables import cells, names, parquet, tagged
from pipewright.tables import folder as files

_SHOWN_ROWS = 10
_SHOWN_WIDTH = 24
_CELL_NAMES = {
    "BIGINT": "int64",
    "INTEGER": "int32",
    "DOUBLE": "float64",
    "FLOAT": "float32",
    "BOOLEAN": "bool",
    "VARCHAR": "str",
    "DATE": "date",
    "TIME": "time",
    "TIMESTAMP": "datetime64[ns]",
    "TIMESTAMPTZ": "datetime64[ns, UTC]",
    "DECIMAL": "Decimal",
    "BLOB": "bytes",
    "LIST": "list",
    "STRUCT": "dict",
    "MAP": "dict",
}


class Table:
    """An immutable table.

    Made by `read_csv`, `read_parquet`, `from_rows` or `of`; queried by `sql`, where it is called `this`. Rows stay in
    DuckDB, or in their Parquet file, until they are asked for. Columns and rows have an order.
    """

    def __init__(self, relation, encodings=None):
        """Internal; use the functions that are named above. relation: what stands for the table after FROM."""
        self._relation = relation
        self._encodings = encodings or {}
        self._schema = None
        self._file = None

    @classmethod
    def read_csv(cls, path, **options):
        """Reads a CSV file. Types and the delimiter are detected; options are those of DuckDB's `read_csv`."""
        arguments = [quote_text(str(path))] + ["%s = %s" % (name, _literal(value)) for name, value in options.items()]
        return cls._of_query("FROM read_csv(%s)" % ", ".join(arguments))

    @classmethod
    def read_parquet(cls, path):
        """A Parquet file as a table. The rows stay in the file."""
        table = cls(parquet.scan(path))
        table._described()
        return table

    @classmethod
    def from_rows(cls, rows, columns=None):
        """A table of rows: dicts, or sequences together with the names of their columns.

        Columns come in the order in which they first appear; what a row lacks is None.
        """
        rows = list(rows)
        if columns is None:
            columns = list(dict.fromkeys(key for row in rows for key in row))
            values = [[row.get(column) for row in rows] for column in columns]
        else:
            columns = list(columns)
            values = [[row[i] for row in rows] for i in range(len(columns))]
        return cls._from_columns([str(column) for column in columns], values, len(rows))

    @classmethod
    def of(cls, value):
        """The table that a value is: a Table itself, a DataFrame of pandas, or a list of dicts."""
        if isinstance(value, cls):
            return value
        if type(value).__module__.partition(".")[0] == "pandas":
            return cls.from_rows(value.itertuples(index=False, name=None), [names.as_text(c) for c in value.columns])
        return cls.from_rows(value)

    @classmethod
    def stored(cls, path, note):
        """Internal: the table of a stored output. note: as `pipewright.tables.folder` keeps it, or None."""
        columns = (note or {}).get("columns") or []
        file_names = names.in_file([column["name"] for column in columns])
        encodings = {
            name: column["encoding"]
            for name, column in zip(file_names, columns)
            if column.get("encoding") in cells.DECODERS
        }
        table = cls(parquet.scan(path), encodings)
        table._file = path
        return table

    def store(self, folder):
        """Internal: writes the table as a stored output; its columns as `(name, ColumnType)` and its rows."""
        described, types, row_count = self._described()
        if self._file is not None:
            files.write_file(folder, self._file, described, row_count)
        else:
            files.write_query(folder, "FROM %s" % self._relation, described)
        note = {"columns": [{"name": name, **self._encoding_note(name)} for name in described]}
        cell_names = {name: _CELL_NAMES.get(column_type.name, "object") for name, column_type in zip(described, types)}
        files.write_description(folder, "dataframe", note, row_count, cell_names)
        return list(zip(described, types)), row_count

    def _encoding_note(self, name):
        encoding = self._encodings.get(name)
        return {"encoding": encoding} if encoding else {}

    @classmethod
    def _from_columns(cls, labels, values, row_count):
        if not labels:
            raise ValueError(
                "a table needs at least one column; with no rows, name them: Table.from_rows([], columns=[...])"
            )
        names.checked(labels)
        kept = [cells.keep(label, column, widen=True) for label, column in zip(labels, values)]
        file_names = names.in_file(labels)
        columns = [parquet.Column(name, cell.type, cell.values) for name, cell in zip(file_names, kept)]
        table = parquet.load(columns, row_count)
        select = ", ".join("c%d AS %s" % (i, quote_name(name)) for i, name in enumerate(file_names))
        encodings = {name: cell.encoding for name, cell in zip(file_names, kept) if cell.encoding}
        return cls._owning(table, "(SELECT %s FROM %s)" % (select, table), encodings)

    @classmethod
    def _of_query(cls, query, encodings=None):
        name = parquet.new_name()
        connection().execute("CREATE TEMP TABLE %s AS\n%s" % (name, query))
        return cls._owning(name, name, encodings)

    @classmethod
    def _owning(cls, name, relation, encodings):
        table = cls(relation, encodings)
        weakref.finalize(table, parquet.drop, name).atexit = False
        return table

    @property
    def columns(self):
        """The names of the columns, in order."""
        return list(self._described()[0])

    @property
    def types(self):
        """DuckDB's type of each column, by name."""
        described, types, _ = self._described()
        return {name: column_type.sql() for name, column_type in zip(described, types)}

    def __len__(self):
        return self._described()[2]

    def __iter__(self):
        """Each row as a dict."""
        with connection().query("FROM %s" % self._relation) as result:
            readers = [reader(library(), column_type) for column_type in result.types]
            for vectors, count in result.chunks():
                columns = [
                    cells.decode(read(vector, count), self._encodings.get(name))
                    for read, vector, name in zip(readers, vectors, result.names)
                ]
                for row in zip(*columns):
                    yield dict(zip(result.names, row))

    def to_rows(self):
        """All rows, as a list of dicts."""
        return list(self)

    def sql(self, query, **tables):
        """What a SELECT gives, as a new table. In it this table is called `this`, others as their keyword says."""
        views = {"this": self, **{name: Table.of(table) for name, table in tables.items()}}
        duckdb = connection()
        for name, table in views.items():
            duckdb.execute("CREATE OR REPLACE TEMP VIEW %s AS FROM %s" % (quote_name(name), table._relation))
        try:
            return Table._of_query(query)._keeping(views.values())
        finally:
            for name in views:
                duckdb.execute("DROP VIEW IF EXISTS %s" % quote_name(name))

    def _keeping(self, sources):
        """Takes over how cells are encoded, for columns that went through a query as they were."""
        types = self.types
        for source in sources:
            if source._encodings:
                before = source.types
                self._encodings.update((n, e) for n, e in source._encodings.items() if types.get(n) == before[n])
        return self

    def to_csv(self, path):
        """Writes a CSV file with a header."""
        connection().execute("COPY (FROM %s) TO %s (FORMAT csv, HEADER)" % (self._relation, quote_text(str(path))))

    def to_parquet(self, path):
        """Writes a Parquet file."""
        parquet.copy("FROM %s" % self._relation, path)

    def to_pandas(self):
        """The table as a DataFrame, where pandas is installed."""
        import pandas

        described, _, row_count = self._described()
        rows = self.to_rows()
        return pandas.DataFrame({name: [row[name] for row in rows] for name in described}, index=range(row_count))

    def _described(self):
        if self._schema is None:
            self._schema = parquet.describe(self._relation)
        return self._schema

    def __repr__(self):
        with connection().query("FROM %s LIMIT %d" % (self._relation, _SHOWN_ROWS)) as result:
            rows = list(zip(*result.columns()))
        grid = [self.columns] + [[_shown(cell) for cell in row] for row in rows]
        widths = [max(len(row[i]) for row in grid) for i in range(len(grid[0]))]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in grid]
        return "\n".join(lines + ["[%d rows x %d columns]" % (len(self), len(widths))])

    def __reduce__(self):
        return Table._unpickled, (self.columns, tagged.dumps([list(row.values()) for row in self]))

    @staticmethod
    def _unpickled(columns, rows):
        return Table.from_rows(tagged.loads(rows), columns)


def _shown(cell):
    text = "" if cell is None else str(cell).replace("\n", " ")
    return text if len(text) <= _SHOWN_WIDTH else text[: _SHOWN_WIDTH - 1] + "…"


def _literal(value):
    """A Python value as a SQL literal."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(map(_literal, value))
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (quote_text(str(key)), _literal(item)) for key, item in value.items())
    return quote_text(str(value))
