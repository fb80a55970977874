"""Stored columns as pandas has them: the dtype that was stored, else the one that loses nothing."""

import base64
import pickle

import numpy
import pandas

from pipewright.duckdb.array_texts import text_reader
from pipewright.duckdb.arrays import DTYPES, array_reader, joined
from pipewright.duckdb.library import library
from pipewright.duckdb.reading import reader
from pipewright.tables import cells, parquet

_TICKS_PER_MICRO = {"TIMESTAMP": 1, "TIMESTAMPTZ": 1, "TIMESTAMP_MS": 1_000, "TIMESTAMP_S": 1_000_000}
_NANOS_LIMIT = (2**63 - 1) // 1000


def read_frame(path, column_specs=None):
    """All rows of a Parquet file as a DataFrame with a default index.

    column_specs: one map a column, as `pipewright.tables.from_pandas` made them; None for files of other writers.
    """
    with parquet.read(path) as result:
        specs = column_specs or [{"name": name} for name in result.names]
        readers = [_reader(column_type, spec) for column_type, spec in zip(result.types, specs)]
        pieces = result.columns(readers)
        columns = [_column(*parts) for parts in zip(pieces, result.types, specs)]
    row_count = len(columns[0]) if columns else 0
    frame = pandas.DataFrame(dict(enumerate(columns)), index=pandas.RangeIndex(row_count), copy=False)
    frame.columns = [spec["name"] for spec in specs]
    return frame


def _as_cells(column_type, spec):
    """Whether a column is read as a list of Python values, not as an array."""
    if spec.get("encoding") == "timedelta":
        # Whole numbers that each stand for something else.
        return True
    return column_type.name not in DTYPES or spec.get("dtype") == "object"


def _reader(column_type, spec):
    if column_type.name == "VARCHAR":
        return text_reader(library())
    make = reader if _as_cells(column_type, spec) else array_reader
    return make(library(), column_type)


def _column(pieces, column_type, spec):
    if _as_cells(column_type, spec):
        return _cells(pieces, spec)
    column = joined(pieces, column_type)
    if spec.get("encoding") == "timedelta64":
        return pandas.Series(_restored_timedeltas(column), copy=False).astype(spec["dtype"])
    if column_type.name.startswith("TIMESTAMP"):
        return _timestamps(column, column_type, spec)
    return _numbers(column, spec)


def _cells(values, spec):
    special = _SPECIAL.get(spec.get("encoding"))
    if special:
        return special(values, spec)
    series = pandas.Series(cells.decode(values, spec.get("encoding")), dtype="object")
    dtype = spec.get("dtype", "object")
    return series if dtype == "object" else series.astype(dtype)


def _numbers(column, spec):
    values, nulls = column.values, column.nulls
    dtype = spec.get("dtype")
    if nulls is not None and values.dtype.kind == "f" and not _is_masked(dtype):
        values[nulls] = numpy.nan
    elif nulls is not None or _is_masked(dtype):
        values = _masked(values, nulls)
    series = pandas.Series(values, copy=False)
    return series if dtype is None or str(series.dtype) == dtype else series.astype(dtype)


def _is_masked(dtype):
    return dtype is not None and (dtype[0] in "IUF" or dtype == "boolean")


def _masked(values, nulls):
    """An array of pandas' own nullable types."""
    if nulls is None:
        nulls = numpy.zeros(len(values), bool)
    kinds = {"b": pandas.arrays.BooleanArray, "f": pandas.arrays.FloatingArray}
    return kinds.get(values.dtype.kind, pandas.arrays.IntegerArray)(values, nulls)


def _timestamps(column, column_type, spec):
    ticks = column.values
    if column_type.name == "TIMESTAMP_NS":
        unit = "ns"
    else:
        ticks = ticks * _TICKS_PER_MICRO[column_type.name]
        fits = (
            not len(ticks)
            or (ticks[_present(column)] <= _NANOS_LIMIT).all()
            and (ticks[_present(column)] >= -_NANOS_LIMIT).all()
        )
        unit = "ns" if fits else "us"
        if fits:
            ticks = ticks * 1000
    if column.nulls is not None:
        ticks[column.nulls] = numpy.iinfo("int64").min
    moments = ticks.view("datetime64[%s]" % unit)
    return _in_zone(_series_of(moments), column_type, spec)


def _present(column):
    return slice(None) if column.nulls is None else ~column.nulls


def _series_of(moments):
    try:
        return pandas.Series(moments, copy=False)
    except pandas.errors.OutOfBoundsDatetime:
        # pandas 1 holds the years 1678 to 2262 only; the others stay Python's datetimes.
        return pandas.Series([None if numpy.isnat(m) else m.item() for m in moments], dtype="object")


def _in_zone(series, column_type, spec):
    if series.dtype == "object":
        return series
    zone = spec.get("zone", "UTC" if column_type.name == "TIMESTAMPTZ" else None)
    dtype = spec.get("dtype", "").partition(",")[0].rstrip("]")
    if dtype and not str(series.dtype).startswith(dtype):
        series = series.astype(dtype + "]")
    return series if zone is None else series.dt.tz_localize("UTC").dt.tz_convert(zone)


def _restored_timedeltas(column):
    nanos = column.values
    if column.nulls is not None:
        nanos[column.nulls] = numpy.iinfo("int64").min
    return nanos.view("timedelta64[ns]")


def _labels(values, spec):
    """Texts that each stand for one pickled value: categories, and types that only pandas knows."""
    unique = pickle.loads(base64.b64decode(spec["labels"]))
    codes = {str(value): code for code, value in enumerate(unique)}
    positions = numpy.array([-1 if value is None else codes[value] for value in values], dtype="int64")
    if "ordered" in spec:
        return pandas.Series(pandas.Categorical.from_codes(positions, categories=unique, ordered=spec["ordered"]))
    return pandas.Series(unique.take(positions, allow_fill=True))


def _periods(values, spec):
    return pandas.Series(pandas.PeriodIndex(["NaT" if v is None else v for v in values], dtype=spec["dtype"]))


def _moments(values, spec):
    return pandas.Series([None if v is None else pandas.Timestamp(v) for v in values], dtype="object")


_SPECIAL = {"labels": _labels, "period": _periods, "Timestamp": _moments}
