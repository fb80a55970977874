"""Stored outputs: one folder each, in the layout that Mage reads (`docs/worker-protocol.md`, Stored outputs)."""

import os
import sys
from importlib.util import find_spec

from pipewright.runner import values
from pipewright.runner.errors import StoredOutputError
from pipewright.tables import folder as files

_TABLE_KINDS = ("dataframe", "series_pandas", "polars_dataframe")


class Store:
    """Writes what blocks return, and reads it for the blocks after them."""

    def write(self, output_folder, name, value):
        """Stores a value; what the `result` says of it: `kind`, and of a table `row_count` and `columns`."""
        folder = os.path.join(output_folder, name)
        os.mkdir(folder)
        return _writer(value)(folder, value)

    def read(self, folder):
        """The stored value. Raises StoredOutputError, naming the file, if it is damaged."""
        try:
            kind, note = files.read_type(folder)
            if kind in _TABLE_KINDS:
                return read_table(folder, kind, note)
            return values.read(folder)
        except MemoryError:
            raise
        except Exception as e:
            raise StoredOutputError("%s (%s: %s)" % (folder, type(e).__name__, e)) from e

    def read_back(self, output_folder, name):
        """A value that `write` just stored."""
        return self.read(os.path.join(output_folder, name))


def has_pandas():
    """Whether tables are handed over as DataFrames. Does not import pandas."""
    return "pandas" in sys.modules or find_spec("pandas") is not None


def read_table(folder, kind, note):
    """A stored table: a DataFrame or Series where pandas is there, else a Table over its file."""
    if has_pandas():
        from pipewright.tables import frames

        return frames.read(folder, kind, note)
    from pipewright.table import Table

    return Table.stored(os.path.join(folder, files.DATA), note)


def _writer(value):
    kind = type(value)
    module = kind.__module__.partition(".")[0]
    if module == "pandas" or "pandas" in sys.modules:
        pandas = sys.modules["pandas"]
        if isinstance(value, pandas.DataFrame):
            return _write_frame
        if isinstance(value, pandas.Series):
            return _write_series
    if module == "pipewright" and kind.__name__ == "Table":
        return _write_table
    return _write_value


def _write_frame(folder, frame):
    from pipewright.tables import frames

    return _table_result("dataframe", *frames.write_frame(folder, frame))


def _write_series(folder, series):
    from pipewright.tables import frames

    return _table_result("series_pandas", *frames.write_series(folder, series))


def _write_table(folder, table):
    return _table_result("dataframe", *table.store(folder))


def _table_result(kind, columns, row_count):
    described = [{"name": name, "type": column_type.sql()} for name, column_type in columns]
    return {"kind": kind, "row_count": row_count, "columns": described}


def _write_value(folder, value):
    return {"kind": values.write(folder, value)}
