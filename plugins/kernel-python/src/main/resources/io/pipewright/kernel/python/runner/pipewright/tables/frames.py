"""DataFrames and Series of pandas in and out of stored folders, with their index."""

import os

import pandas

from pipewright.duckdb.types import ColumnType
from pipewright.tables import folder as files
from pipewright.tables import parquet, tagged
from pipewright.tables.from_pandas import keep_columns
from pipewright.tables.parquet import Column
from pipewright.tables.to_pandas import read_frame

_UNNAMED_SERIES = "0"


def write_series(folder, series):
    """Stores a Series; its columns as `(name, ColumnType)` and its rows."""
    name = _UNNAMED_SERIES if series.name is None else series.name
    return write_frame(folder, series.to_frame(name), "series_pandas")


def write_frame(folder, frame, kind="dataframe"):
    """Stores a DataFrame; its columns as `(name, ColumnType)` and its row count."""
    kept = keep_columns(frame)
    note = {"columns": [column.spec for column in kept]}
    index = _write_index(folder, frame.index)
    if index:
        note["index"] = index
    columns = [column.column for column in kept] or [_row_numbers(len(frame))]
    files.write_columns(folder, columns, len(frame))
    cell_names = {column.spec["name"]: column.cell_name for column in kept}
    files.write_description(folder, kind, note, len(frame), cell_names)
    return [(column.spec["name"], column.column.type) for column in kept], len(frame)


def _row_numbers(row_count):
    # Parquet has no table without columns; the name is the one that readers of pandas' files know as "no column".
    return Column("__index_level_0__", ColumnType("BIGINT"), list(range(row_count)))


def read(folder, kind, note):
    """The stored DataFrame or Series. Tables of other writers have no note; theirs get a default index."""
    path = os.path.join(folder, files.DATA)
    if note is None:
        frame = _foreign(path)
    elif note["columns"]:
        frame = read_frame(path, note["columns"])
        _restore_index(frame, folder, note.get("index"))
    else:
        frame = pandas.DataFrame(index=_index(folder, note.get("index"), parquet.schema(path)[2]))
    return frame.iloc[:, 0] if kind == "series_pandas" else frame


def _write_index(folder, index):
    """Stores an index beside the table, if it is not the default one; the note that brings it back."""
    if type(index) is pandas.RangeIndex:
        if (index.start, index.step, index.name) == (0, 1, None):
            return None
        return {"range": [index.start, index.stop, index.step], "names": [tagged.encode(index.name)]}
    levels = index.to_frame(index=False)
    levels.columns = ["level_%d" % i for i in range(index.nlevels)]
    kept = keep_columns(levels)
    parquet.write(os.path.join(folder, files.INDEX), [column.column for column in kept], len(index))
    note = {"columns": [column.spec for column in kept], "names": [tagged.encode(name) for name in index.names]}
    if getattr(index, "freqstr", None) and isinstance(index, (pandas.DatetimeIndex, pandas.TimedeltaIndex)):
        note["freq"] = index.freqstr
    if isinstance(index, pandas.MultiIndex):
        note["multi"] = True
    return note


def _restore_index(frame, folder, note):
    if note:
        frame.index = _index(folder, note, len(frame))


def _index(folder, note, row_count):
    if not note:
        return pandas.RangeIndex(row_count)
    names = [tagged.decode(name) for name in note["names"]]
    if "range" in note:
        return pandas.RangeIndex(*note["range"], name=names[0])
    levels = read_frame(os.path.join(folder, files.INDEX), note["columns"])
    arrays = [levels.iloc[:, i] for i in range(levels.shape[1])]
    if note.get("multi"):
        return pandas.MultiIndex.from_arrays(arrays, names=names)
    index = pandas.Index(arrays[0].array, name=names[0])
    if "freq" in note:
        index.freq = note["freq"]
    return index


def _foreign(path):
    """A table that SQL, JavaScript or Mage wrote."""
    frame = read_frame(path)
    levels = [name for name in frame.columns if name.startswith("__index_level_")]
    if levels:
        # How pandas itself keeps an index in Parquet, and so Mage.
        frame = frame.set_index(levels)
        frame.index.names = [None] * len(levels)
    return frame
