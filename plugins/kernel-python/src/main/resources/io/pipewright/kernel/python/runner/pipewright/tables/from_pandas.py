"""The columns of pandas as Parquet can hold them, with a note a column of what brings them back.

A note ("spec") is a small map: `name`, `dtype`, and where Parquet's type does not say it all `encoding`, `zone`,
`labels`, `ordered`.
"""

import base64
import pickle

import numpy
import pandas

from pipewright.duckdb.array_texts import TextSource
from pipewright.duckdb.arrays import DTYPES, ArraySource
from pipewright.duckdb.types import ColumnType
from pipewright.tables import cells, names
from pipewright.tables.parquet import Column
from pipewright.tables.tagged import UnstorableCellError

_ARRAY_TYPES = {dtype: ColumnType(name) for name, dtype in DTYPES.items() if not name.startswith("TIMESTAMP")}
_NULLABLE = tuple(
    type(pandas.api.types.pandas_dtype(name))
    for name in "boolean Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64".split()
)
_PLAIN_OBJECTS = {"int": "int64", "float": "float64", "bool": "bool"}


class Kept:
    """One column: its `column` for the file, its `spec`, and `cell_name` for `data_column_types.json`."""

    __slots__ = ("column", "spec", "cell_name")

    def __init__(self, column_type, source, spec, cell_name=None):
        if column_type.name == "VARCHAR":
            source = TextSource(source)
        self.column = Column(None, column_type, source)
        self.spec = spec
        self.cell_name = cell_name or spec["dtype"]


def keep_columns(frame):
    """The columns of a DataFrame as a list of Kept, in order; the index is not among them."""
    labels = names.checked([names.as_text(label) for label in frame.columns])
    kept = [_keep(label, frame.iloc[:, i]) for i, label in enumerate(labels)]
    for label, name, column in zip(labels, names.in_file(labels), kept):
        column.column.name = name
        column.spec["name"] = label
    return kept


def _keep(label, series):
    dtype = series.dtype
    if isinstance(dtype, numpy.dtype):
        if dtype.kind in _BY_KIND:
            return _BY_KIND[dtype.kind](label, series)
        raise UnstorableCellError(
            'column "%s" has type %s, which a table cannot keep; turn it into text or numbers first' % (label, dtype)
        )
    for kind, keep in _BY_EXTENSION:
        if isinstance(dtype, kind):
            return keep(label, series)
    return _keep_labels(label, series)


def _keep_numbers(label, series):
    values = series.to_numpy()
    dtype = values.dtype.newbyteorder("=")
    stored = "float32" if dtype == "float16" else "float64" if dtype.itemsize > 8 else str(dtype)
    values = values.astype(stored, copy=False)
    # NaN is how pandas says "no value" for floats.
    nulls = numpy.isnan(values) if dtype.kind == "f" else None
    return Kept(_ARRAY_TYPES[stored], ArraySource(values, nulls), {"dtype": str(dtype)})


def _keep_moments(label, series):
    return _moments(series.to_numpy(), {"dtype": str(series.dtype)}, "TIMESTAMP")


def _keep_zoned_moments(label, series):
    spec = {"dtype": str(series.dtype), "zone": _zone_name(series.dtype.tz)}
    return _moments(series.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy(), spec, "TIMESTAMPTZ")


def _moments(values, spec, type_name):
    unit = numpy.datetime_data(values.dtype)[0]
    nulls = numpy.isnat(values)
    ticks = values.view("int64")
    if unit == "ns":
        if (ticks[~nulls] % 1000).any():
            return Kept(ColumnType("TIMESTAMP_NS"), ArraySource(ticks, nulls), spec)
        ticks = ticks // 1000
    else:
        ticks = values.astype("datetime64[us]").view("int64")
    return Kept(ColumnType(type_name), ArraySource(numpy.where(nulls, 0, ticks), nulls), spec)


def _zone_name(zone):
    """A name that pandas understands: of the zone database, else the fixed offset."""
    name = str(zone)
    try:
        pandas.DatetimeTZDtype("ns", name)
        return name
    except (TypeError, ValueError, KeyError, AttributeError):
        offset = pandas.Timestamp(0, tz=zone).strftime("%z")
        return "UTC%s:%s" % (offset[:3], offset[3:])


def _keep_timedeltas(label, series):
    values = series.to_numpy()
    nulls = numpy.isnat(values)
    nanos = numpy.where(nulls, 0, values.astype("timedelta64[ns]").view("int64"))
    spec = {"dtype": str(series.dtype), "encoding": "timedelta64"}
    return Kept(ColumnType("BIGINT"), ArraySource(nanos, nulls), spec)


def _keep_nullable(label, series):
    stored = series.dtype.numpy_dtype
    values = series.to_numpy(dtype=stored, na_value=stored.type(0))
    return Kept(_ARRAY_TYPES[str(stored)], ArraySource(values, series.isna().to_numpy()), {"dtype": str(series.dtype)})


def _keep_texts(label, series):
    values = series.to_numpy(dtype="object", na_value=None).tolist()
    return Kept(ColumnType("VARCHAR"), values, {"dtype": str(series.dtype)}, "str")


def _keep_periods(label, series):
    values = [None if value is pandas.NaT else str(value) for value in series]
    return Kept(ColumnType("VARCHAR"), values, {"dtype": str(series.dtype), "encoding": "period"})


def _keep_categories(label, series):
    values = series.array
    spec = {"dtype": "category", "encoding": "labels", "ordered": bool(values.ordered)}
    return _labels(label, values.codes, values.categories, spec)


def _keep_labels(label, series):
    codes, unique = pandas.factorize(series)
    return _labels(
        label, codes, pandas.array(unique, dtype=series.dtype), {"dtype": str(series.dtype), "encoding": "labels"}
    )


def _labels(label, codes, unique, spec):
    texts = [str(value) for value in unique]
    if len(set(texts)) < len(texts):
        raise UnstorableCellError(
            'column "%s" (%s) has different values that look the same as text' % (label, spec["dtype"])
        )
    spec["labels"] = base64.b64encode(pickle.dumps(unique, protocol=4)).decode("ascii")
    return Kept(ColumnType("VARCHAR"), [None if code < 0 else texts[code] for code in codes], spec)


def _keep_sparse(label, series):
    kept = _keep(label, series.sparse.to_dense())
    kept.spec["dtype"] = str(series.dtype)
    return kept


def _keep_objects(label, series):
    values = series.tolist()
    kinds = set(map(type, values)) - {type(None)}
    if any(issubclass(kind, numpy.generic) for kind in kinds):
        values = [value.item() if isinstance(value, numpy.generic) else value for value in values]
        kinds = set(map(type, values)) - {type(None)}
    values, kinds = _without_missing(values, kinds)
    if kinds == {pandas.Timestamp} and all(v is None or v.tz is None and not v.nanosecond for v in values):
        moments = [None if value is None else value.to_pydatetime() for value in values]
        return Kept(ColumnType("TIMESTAMP"), moments, {"dtype": "object", "encoding": "Timestamp"}, "Timestamp")
    kept = cells.keep(label, values)
    spec = {"dtype": "object"}
    if kept.encoding:
        spec["encoding"] = kept.encoding
    elif kept.cell_name in _PLAIN_OBJECTS and None not in values:
        # As Mage does: a column of nothing but whole numbers is a column of whole numbers.
        spec["dtype"] = _PLAIN_OBJECTS[kept.cell_name]
    return Kept(kept.type, kept.values, spec, kept.cell_name)


def _without_missing(values, kinds):
    """NaN, NaT and NA as None, where the other cells are of one type that knows no such value itself."""
    missing = {float, type(pandas.NaT), type(pandas.NA)} & kinds
    others = kinds - missing
    if not missing or len(others) != 1:
        return values, kinds
    if any(type(value) is float and value == value for value in values):
        return values, kinds
    return [None if type(value) in missing else value for value in values], others


_BY_KIND = {
    "b": _keep_numbers,
    "i": _keep_numbers,
    "u": _keep_numbers,
    "f": _keep_numbers,
    "M": _keep_moments,
    "m": _keep_timedeltas,
    "O": _keep_objects,
}

_BY_EXTENSION = (
    (pandas.CategoricalDtype, _keep_categories),
    (pandas.DatetimeTZDtype, _keep_zoned_moments),
    (pandas.StringDtype, _keep_texts),
    (pandas.PeriodDtype, _keep_periods),
    (pandas.SparseDtype, _keep_sparse),
    (_NULLABLE, _keep_nullable),
)
