"""DuckDB's own files by the common interface of Python's database drivers, for Pythons without the package duckdb."""

from pipewright.duckdb.connection import Connection
from pipewright.duckdb.literals import filled


class FileConnection:
    """A connection to a database file, and the only cursor on it."""

    def __init__(self, path):
        self._connection = Connection(path)
        self._rows = iter(())
        self.description = None

    def execute(self, statement, values=()):
        """Runs a statement; itself, to fetch its rows from."""
        with self._connection.query(filled(statement, values) if values else statement) as result:
            self.description = [(name,) for name in result.names]
            self._rows = zip(*result.columns())
        return self

    def fetchone(self):
        """The next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, count):
        """The next rows, at most so many."""
        return [row for row, _ in zip(self._rows, range(count))]

    def fetchall(self):
        """All rows that are left."""
        return list(self._rows)

    def close(self):
        """Closes the file."""
        self._connection.close()
