"""DuckDB databases, above all the one in memory that each worker has: runs SQL, reads results, appends rows.

That one opens on first use (about 70 ms) and stays. Not safe for several threads at once, but for `interrupt`.
"""

import gc
import os
from contextlib import contextmanager
from ctypes import byref, c_void_p

from pipewright import given
from pipewright.duckdb.library import DuckDBResult, library
from pipewright.duckdb.reading import reader
from pipewright.duckdb.types import describe
from pipewright.duckdb.writing import CHUNK_ROWS, filler

_OK = 0
_shared = None


class DuckDBError(Exception):
    """DuckDB refused a statement; its own words are the message."""


def connection():
    """The worker's connection, opened on first use."""
    global _shared
    if _shared is None:
        _shared = Connection()
    return _shared


def is_open():
    """Whether the worker's connection was opened."""
    return _shared is not None


def interrupt():
    """Stops the statement that runs now, if any. Thread: any."""
    if _shared is not None:
        _shared.interrupt()


def close():
    """Closes the database, if it was opened."""
    global _shared
    if _shared is not None:
        _shared.close()
        _shared = None


class Connection:
    """A database and one connection to it. path: its file; without one it is in memory."""

    def __init__(self, path=":memory:"):
        self._duckdb = library()
        self._database = c_void_p()
        self._connection = c_void_p()
        self._open(path, _settings())

    def _open(self, path, settings):
        config, error = c_void_p(), c_void_p()
        self._duckdb.create_config(byref(config))
        for name, value in settings.items():
            self._duckdb.set_config(config, name.encode(), value.encode())
        try:
            if self._duckdb.open_ext(path.encode("utf-8"), byref(self._database), config, byref(error)) != _OK:
                raise DuckDBError("DuckDB could not open %s: %s" % (path, self._duckdb.text(error)))
        finally:
            self._duckdb.destroy_config(byref(config))
        self._duckdb.connect(self._database, byref(self._connection))

    def query(self, sql):
        """Runs one or several statements; the Result of the last. The caller closes it."""
        result = DuckDBResult()
        if self._duckdb.query(self._connection, sql.encode("utf-8"), byref(result)) != _OK:
            message = (self._duckdb.result_error(byref(result)) or b"no reason given").decode("utf-8", "replace")
            self._duckdb.destroy_result(byref(result))
            raise DuckDBError(message)
        return Result(self._duckdb, result)

    def execute(self, sql):
        """Runs statements whose result nobody needs."""
        self.query(sql).close()

    def rows(self, sql):
        """The answer as a list of tuples, for small answers."""
        with self.query(sql) as result:
            return list(zip(*(column for column in result.columns())))

    def append(self, table, columns, row_count):
        """Adds rows to a table.

        columns: `(ColumnType, source)` in the table's order; a source is a list with None for NULL, or whatever else
        `pipewright.duckdb.writing.filler` takes.
        """
        duckdb = self._duckdb
        fillers = [filler(duckdb, column_type, source) for column_type, source in columns]
        appender = c_void_p()
        try:
            if duckdb.appender_create(self._connection, None, table.encode("utf-8"), byref(appender)) != _OK:
                raise DuckDBError(self._appender_error(appender))
            with self._chunk_for(appender, len(columns)) as chunk:
                for start in range(0, row_count, CHUNK_ROWS):
                    self._append_chunk(appender, chunk, fillers, start, min(start + CHUNK_ROWS, row_count))
        finally:
            if appender and duckdb.appender_destroy(byref(appender)) != _OK:
                raise DuckDBError("rows could not be added to table %s" % table)

    def _append_chunk(self, appender, chunk, fillers, start, end):
        duckdb = self._duckdb
        duckdb.data_chunk_reset(chunk)
        # What fillers return keeps long texts alive until DuckDB has copied them.
        alive = [fill(duckdb.data_chunk_get_vector(chunk, i), start, end) for i, fill in enumerate(fillers)]
        duckdb.data_chunk_set_size(chunk, end - start)
        if duckdb.append_data_chunk(appender, chunk) != _OK:
            raise DuckDBError(self._appender_error(appender))
        del alive

    @contextmanager
    def _chunk_for(self, appender, column_count):
        duckdb = self._duckdb
        types = (c_void_p * column_count)(*(duckdb.appender_column_type(appender, i) for i in range(column_count)))
        chunk = c_void_p(duckdb.create_data_chunk(types, column_count))
        for handle in types:
            duckdb.forget_type(handle)
        try:
            yield chunk
        finally:
            duckdb.destroy_data_chunk(byref(chunk))

    def _appender_error(self, appender):
        return (self._duckdb.appender_error(appender) or b"no reason given").decode("utf-8", "replace")

    def interrupt(self):
        """Stops the statement that runs now. Thread: any."""
        self._duckdb.interrupt(self._connection)

    def close(self):
        """Closes the connection and the database."""
        self._duckdb.disconnect(byref(self._connection))
        self._duckdb.close(byref(self._database))


class Result:
    """What a query gave: names, types and rows, chunk by chunk. Close it, or use it in a `with`."""

    def __init__(self, duckdb, result):
        self._duckdb = duckdb
        self._result = result
        count = range(duckdb.column_count(byref(result)))
        self.names = [duckdb.column_name(byref(result), i).decode("utf-8") for i in count]
        self.types = [describe(duckdb, duckdb.column_logical_type(byref(result), i)) for i in count]

    def chunks(self):
        """Each chunk once, as `(vectors, rows)`; valid until the next one is asked for."""
        duckdb = self._duckdb
        while True:
            chunk = duckdb.fetch_chunk(self._result)
            if not chunk:
                return
            try:
                yield [
                    duckdb.data_chunk_get_vector(chunk, i) for i in range(len(self.names))
                ], duckdb.data_chunk_get_size(chunk)
            finally:
                duckdb.destroy_data_chunk(byref(c_void_p(chunk)))

    def columns(self, readers=None):
        """All rows, as one list a column. readers: as of `pipewright.duckdb.reading.reader`, one a column."""
        readers = readers or [reader(self._duckdb, column_type) for column_type in self.types]
        columns = [[] for _ in self.names]
        with _without_garbage_collection():
            for vectors, count in self.chunks():
                for column, read, vector in zip(columns, readers, vectors):
                    column.extend(read(vector, count))
        return columns

    def close(self):
        """Frees the rows."""
        self._duckdb.destroy_result(byref(self._result))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


@contextmanager
def _without_garbage_collection():
    # Many new objects and none of them garbage: collecting meanwhile costs a third of the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _settings():
    settings = {
        # What does not fit in memory goes to files there.
        "temp_directory": os.path.join(given.temporary_folder, "duckdb"),
        "autoinstall_known_extensions": "false",
    }
    if given.memory_limit:
        # The other half is for Python.
        settings["memory_limit"] = "%dB" % (given.memory_limit // 2)
    return settings
