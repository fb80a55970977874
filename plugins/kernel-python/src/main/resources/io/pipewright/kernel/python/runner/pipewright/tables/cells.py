"""Chooses how a column of Python values is kept in Parquet, so that every cell comes back as it was.

Most columns have a type of their own in Parquet. What has none is kept as text or JSON, and the name of that encoding
is written beside the table (see `pipewright.tables.folder`).
"""

import datetime
import decimal
import json
from itertools import chain

from pipewright.duckdb.types import ColumnType, list_of
from pipewright.tables import tagged

_BIGINT = range(-(2**63), 2**63)
_DECIMAL_DIGITS = 38
_MICROSECOND = datetime.timedelta(microseconds=1)


class Cells:
    """One column ready to be written.

    type: its ColumnType. values: a list, None for NULL. encoding: a key of DECODERS, or None where the type says it
    all. cell_name: the name of the cells' type, as Mage's `data_column_types.json` has it.
    """

    __slots__ = ("type", "values", "encoding", "cell_name")

    def __init__(self, column_type, values, encoding, cell_name):
        self.type = column_type
        self.values = values
        self.encoding = encoding
        self.cell_name = cell_name


def keep(column, values, widen=False):
    """How to keep the values of a column. Raises UnstorableCellError, naming the column, if it cannot.

    widen: whole numbers among floats become floats, as in a table of a database; else such a column is kept exactly.
    """
    kinds = set(map(type, values))
    kinds.discard(type(None))
    cell_name = next(iter(kinds)).__name__ if len(kinds) == 1 else "object" if kinds else "NoneType"
    if widen and kinds == {int, float}:
        return Cells(ColumnType("DOUBLE"), [None if v is None else float(v) for v in values], None, "float")
    native = native_type(values, kinds)
    if native:
        return Cells(native, values, None, cell_name)
    if len(kinds) == 1:
        special = _SPECIAL.get(next(iter(kinds)))
        if special:
            return special(values, cell_name)
    return _as_json(column, values, cell_name)


def decode(values, encoding):
    """The cells behind a stored column. values: as read, None for NULL."""
    decoder = DECODERS.get(encoding)
    if decoder is None:
        return values
    return [None if value is None else decoder(value) for value in values]


# JSON columns are parsed while they are read, for every reader alike; only the tags are left to do.
DECODERS = {
    "tagged": tagged.decode,
    "int": int,
    "decimal": decimal.Decimal,
    "timedelta64": lambda value: datetime.timedelta(microseconds=value / 1000),
    "timedelta": lambda value: datetime.timedelta(microseconds=value),
}


def native_type(values, kinds=None):
    """The Parquet type that keeps these values exactly, or None if there is none."""
    if kinds is None:
        kinds = set(map(type, values))
        kinds.discard(type(None))
    if not kinds:
        return ColumnType("VARCHAR")
    if len(kinds) > 1:
        return None
    choose = _NATIVE.get(next(iter(kinds)))
    return choose(values) if choose else None


def _present(values):
    return [value for value in values if value is not None]


def _whole(values):
    present = _present(values)
    return ColumnType("BIGINT") if min(present) in _BIGINT and max(present) in _BIGINT else None


def _text(values):
    return ColumnType("VARCHAR")


def _timestamp(values):
    zones = {value.tzinfo for value in _present(values)}
    if zones == {None}:
        return ColumnType("TIMESTAMP")
    return ColumnType("TIMESTAMPTZ") if zones == {datetime.timezone.utc} else None


def _time(values):
    return ColumnType("TIME") if all(value is None or value.tzinfo is None for value in values) else None


def _decimal(values):
    whole = scale = 0
    for value in _present(values):
        _, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int):
            return None
        scale = max(scale, -exponent)
        whole = max(whole, len(digits) + exponent)
    width = max(whole + scale, 1)
    return ColumnType("DECIMAL", (), max(width, 18), scale) if width <= _DECIMAL_DIGITS else None


def _list(values):
    element = native_type(list(chain.from_iterable(_present(values))))
    return list_of(element) if element else None


def _struct(values):
    present = _present(values)
    names = tuple(present[0])
    # A struct has every field in every row, so dicts with other keys, or in another order, would not come back.
    if not names or any(tuple(value) != names for value in present):
        return None
    if not all(type(name) is str and name for name in names) or len({name.lower() for name in names}) < len(names):
        return None
    fields = [(name, native_type([value[name] for value in present])) for name in names]
    return ColumnType("STRUCT", fields) if all(child for _, child in fields) else None


_NATIVE = {
    bool: lambda values: ColumnType("BOOLEAN"),
    int: _whole,
    float: lambda values: ColumnType("DOUBLE"),
    str: _text,
    bytes: lambda values: ColumnType("BLOB"),
    datetime.date: lambda values: ColumnType("DATE"),
    datetime.datetime: _timestamp,
    datetime.time: _time,
    decimal.Decimal: _decimal,
    list: _list,
    dict: _struct,
}


def _wide_ints(values, cell_name):
    limit = 10**_DECIMAL_DIGITS
    if all(value is None or -limit < value < limit for value in values):
        return Cells(ColumnType("DECIMAL", (), _DECIMAL_DIGITS, 0), values, "int", cell_name)
    return Cells(ColumnType("VARCHAR"), [None if v is None else str(v) for v in values], "int", cell_name)


def _odd_decimals(values, cell_name):
    return Cells(ColumnType("VARCHAR"), [None if v is None else str(v) for v in values], "decimal", cell_name)


def _timedeltas(values, cell_name):
    micros = [None if v is None else v // _MICROSECOND for v in values]
    return Cells(ColumnType("BIGINT"), micros, "timedelta", cell_name)


_SPECIAL = {int: _wide_ints, decimal.Decimal: _odd_decimals, datetime.timedelta: _timedeltas}


def _as_json(column, values, cell_name):
    try:
        cells = [None if value is None else tagged.encode(value) for value in values]
    except tagged.UnstorableCellError as e:
        raise tagged.UnstorableCellError(
            'column "%s" holds a value of type %s, which a table cannot keep; turn it into text or a number first'
            % (column, e)
        ) from None
    texts = [None if cell is None else json.dumps(cell, ensure_ascii=False) for cell in cells]
    return Cells(ColumnType("JSON"), texts, "tagged", cell_name)
