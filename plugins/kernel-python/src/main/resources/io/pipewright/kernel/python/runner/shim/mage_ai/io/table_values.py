"""Tables as plain Python values for database drivers, and back."""

import datetime
import decimal

from pipewright.runner.storage import has_pandas

_INT64 = range(-(1 << 63), 1 << 63)
_KINDS = (
    (bool, "boolean"),
    (float, "float"),
    (decimal.Decimal, "decimal"),
    (datetime.date, "date"),
    (datetime.time, "time"),
    (datetime.timedelta, "integer"),
    ((bytes, bytearray, memoryview), "bytes"),
    ((list, dict, tuple, set, frozenset), "json"),
)
_NUMBERS = {
    frozenset(["integer", "float"]): "float",
    frozenset(["integer", "decimal"]): "decimal",
    frozenset(["decimal", "float"]): "float",
    frozenset(["integer", "decimal", "float"]): "float",
    frozenset(["date", "timestamp"]): "timestamp",
}


class Columns:
    """The columns of a table: `names`, `values` (a list for each column, None where nothing is), `kinds`.

    A kind is boolean, integer, float, decimal, text, date, time, timestamp, timestamptz, bytes or json.
    """

    def __init__(self, names, values, fallbacks=None):
        self.names = names
        self.values = values
        self.kinds = [_kind(column, fallback) for column, fallback in zip(values, fallbacks or ["text"] * len(names))]

    @classmethod
    def of(cls, data, index=False):
        """Of a DataFrame, a Table, a dict, or a list of dicts. index: whether a DataFrame's index is a column, too."""
        if isinstance(data, dict):
            data = [data]
        module = type(data).__module__.partition(".")[0]
        if module == "pandas":
            return cls._of_frame(data, index)
        rows = data.to_dicts() if module == "polars" else list(data)
        names = list(dict.fromkeys(name for row in rows for name in row)) or list(getattr(data, "columns", ()))
        return cls(names, [[_plain(row.get(name)) for row in rows] for name in names])

    @classmethod
    def _of_frame(cls, frame, index):
        frame = frame.to_frame() if frame.ndim == 1 else frame
        frame = frame.reset_index() if index else frame
        series = [frame.iloc[:, i] for i in range(frame.shape[1])]
        values = [[_plain(cell) for cell in s.astype(object).where(s.notna(), None).tolist()] for s in series]
        return cls(frame.columns.tolist(), values, [_of_dtype(str(s.dtype)) for s in series])

    def rows(self):
        """The rows, as an iterator of tuples."""
        return zip(*self.values)

    def __len__(self):
        return len(self.values[0]) if self.values else 0


def to_table(names, rows):
    """What a block gets for rows of a database: a DataFrame where pandas is there, else a Table."""
    if any(isinstance(cell, memoryview) for row in rows for cell in row):
        rows = [tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row) for row in rows]
    if has_pandas():
        import pandas

        return pandas.DataFrame.from_records(rows, columns=names, coerce_float=True)
    from pipewright.table import Table

    return Table.from_rows(rows, columns=names)


def _plain(cell):
    """A cell without the types of pandas and NumPy, which drivers do not know."""
    if isinstance(cell, datetime.datetime) and hasattr(cell, "to_pydatetime"):
        return cell.to_pydatetime(warn=False)
    if isinstance(cell, datetime.timedelta):
        # As pandas counts them: nanoseconds.
        return cell // datetime.timedelta(microseconds=1) * 1000
    if type(cell).__module__ == "numpy":
        return cell.tolist()
    return None if cell is None or cell != cell else cell


def _kind(values, fallback):
    kinds = {_of_cell(cell) for cell in values if cell is not None}
    if len(kinds) > 1:
        return _NUMBERS.get(frozenset(kinds), "json" if "json" in kinds else "text")
    return kinds.pop() if kinds else fallback


def _of_cell(cell):
    if isinstance(cell, datetime.datetime):
        return "timestamp" if cell.tzinfo is None else "timestamptz"
    for types, kind in _KINDS:
        if isinstance(cell, types):
            return kind
    if isinstance(cell, int):
        return "integer" if cell in _INT64 else "decimal"
    return "text"


def _of_dtype(dtype):
    """The kind of a column of which every cell is missing."""
    if dtype.startswith("datetime64"):
        return "timestamptz" if "," in dtype else "timestamp"
    if dtype.lower().startswith(("int", "uint", "timedelta")):
        return "integer"
    return {"bool": "boolean", "boolean": "boolean", "float64": "float", "float32": "float"}.get(dtype, "text")
