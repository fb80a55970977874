"""Lists of Python values into DuckDB's vectors: one filler a type, looked up in a table."""

import ctypes
import datetime
import struct
from itertools import chain

CHUNK_ROWS = 2048

_EPOCH_DAY = datetime.date(1970, 1, 1).toordinal()
_EPOCH = datetime.datetime(1970, 1, 1)
_EPOCH_UTC = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MICROSECOND = datetime.timedelta(microseconds=1)
_INLINE_BYTES = 12
_INLINE_RECORD = struct.Struct("<I12s")
_POINTER_RECORD = struct.Struct("<I4sQ")


def filler(duckdb, column_type, source):
    """A function `(vector, start, end)` that copies those rows of `source` into the vector.

    It returns what must stay alive until DuckDB has taken the vector. source: a list, None for NULL; or an object with
    a method `filler(duckdb, column_type)` of its own.
    """
    if hasattr(source, "filler"):
        return source.filler(duckdb, column_type)
    fill = _list_filler(duckdb, column_type)
    return lambda vector, start, end: fill(vector, source[start:end])


def _list_filler(duckdb, column_type):
    """A function `(vector, values)` for one type."""
    make = _FILLERS.get(column_type.name)
    if make is None:
        raise TypeError("Python values cannot be written to a column of DuckDB type %s" % column_type.sql())
    return make(duckdb, column_type)


def set_nulls(duckdb, vector, rows, count):
    """Marks rows of a vector as NULL."""
    duckdb.vector_ensure_validity_writable(vector)
    words = (ctypes.c_uint64 * ((count + 63) // 64)).from_address(duckdb.vector_get_validity(vector))
    for row in rows:
        words[row >> 6] &= ~(1 << (row & 63))


def _nulls_of(values):
    return [row for row, value in enumerate(values) if value is None] if None in values else ()


def _fixed(ctype, convert=None, empty=0):
    """Makes fillers of types whose cells have a fixed width. empty: what a NULL's cell holds."""

    def make(duckdb, column_type):
        def fill(vector, values):
            nulls = _nulls_of(values)
            if nulls:
                set_nulls(duckdb, vector, nulls, len(values))
            if convert:
                values = [empty if value is None else convert(value) for value in values]
            elif nulls:
                values = [empty if value is None else value for value in values]
            (ctype * len(values)).from_address(duckdb.vector_get_data(vector))[:] = values

        return fill

    return make


def _wide(duckdb, column_type):
    scale = column_type.scale

    def halves(value):
        number = unscaled(value, scale)
        return number & 0xFFFF_FFFF_FFFF_FFFF, (number >> 64) & 0xFFFF_FFFF_FFFF_FFFF

    def fill(vector, values):
        nulls = _nulls_of(values)
        if nulls:
            set_nulls(duckdb, vector, nulls, len(values))
        words = list(chain.from_iterable((0, 0) if value is None else halves(value) for value in values))
        (ctypes.c_uint64 * len(words)).from_address(duckdb.vector_get_data(vector))[:] = words

    return fill


def unscaled(value, scale):
    """A Decimal or int as a whole number of units of 10**-scale; exact, the scale must be large enough."""
    if isinstance(value, int):
        return value * 10**scale
    sign, digits, exponent = value.as_tuple()
    number = (
        int("".join(map(str, digits))) * 10 ** (exponent + scale)
        if exponent + scale >= 0
        else _cut(digits, exponent + scale)
    )
    return -number if sign else number


def _cut(digits, exponent):
    text = "".join(map(str, digits))
    kept, dropped = text[:exponent], text[exponent:]
    if dropped.strip("0"):
        raise ValueError("%s has more decimal places than its column" % text)
    return int(kept or "0")


def _decimal(duckdb, column_type):
    if column_type.width > 18:
        return _wide(duckdb, column_type)
    ctype = ctypes.c_int16 if column_type.width <= 4 else ctypes.c_int32 if column_type.width <= 9 else ctypes.c_int64
    return _fixed(ctype, lambda value: unscaled(value, column_type.scale))(duckdb, column_type)


def _texts(encode):
    """Makes fillers of text and bytes: 16-byte records, up to 12 bytes inside the record, longer ones by pointer."""

    def make(duckdb, column_type):
        def fill(vector, values):
            nulls = _nulls_of(values)
            if nulls:
                set_nulls(duckdb, vector, nulls, len(values))
            encoded = [b"" if value is None else encode(value) for value in values]
            long_texts = b"".join(value for value in encoded if len(value) > _INLINE_BYTES)
            records = _records(encoded, ctypes.cast(ctypes.c_char_p(long_texts), ctypes.c_void_p).value)
            ctypes.memmove(duckdb.vector_get_data(vector), records, len(records))
            return long_texts

        return fill

    return make


def _records(encoded, long_address):
    records = []
    for value in encoded:
        size = len(value)
        if size <= _INLINE_BYTES:
            records.append(_INLINE_RECORD.pack(size, value))
        else:
            records.append(_POINTER_RECORD.pack(size, value[:4], long_address))
            long_address += size
    return b"".join(records)


def _utf8(text):
    # A lone surrogate is not text in any file format.
    return text.encode("utf-8", "replace")


def _list(duckdb, column_type):
    fill_child = _list_filler(duckdb, column_type.children[0][1])

    def fill(vector, values):
        nulls = _nulls_of(values)
        if nulls:
            set_nulls(duckdb, vector, nulls, len(values))
        records, total = [], 0
        for value in values:
            size = 0 if value is None else len(value)
            records += (total, size)
            total += size
        (ctypes.c_uint64 * len(records)).from_address(duckdb.vector_get_data(vector))[:] = records
        duckdb.list_vector_reserve(vector, total)
        duckdb.list_vector_set_size(vector, total)
        flat = list(chain.from_iterable(value for value in values if value is not None))
        return fill_child(duckdb.list_vector_get_child(vector), flat) if flat else None

    return fill


def _struct(duckdb, column_type):
    fields = [(name, _list_filler(duckdb, child)) for name, child in column_type.children]

    def fill(vector, values):
        nulls = _nulls_of(values)
        if nulls:
            set_nulls(duckdb, vector, nulls, len(values))
        return [
            fill_child(
                duckdb.struct_vector_get_child(vector, i),
                [None if value is None else value.get(name) for value in values],
            )
            for i, (name, fill_child) in enumerate(fields)
        ]

    return fill


def _time_micros(value):
    return ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000 + value.microsecond


_C = ctypes
_FILLERS = {
    "BOOLEAN": _fixed(_C.c_bool),
    "TINYINT": _fixed(_C.c_int8),
    "SMALLINT": _fixed(_C.c_int16),
    "INTEGER": _fixed(_C.c_int32),
    "BIGINT": _fixed(_C.c_int64),
    "UTINYINT": _fixed(_C.c_uint8),
    "USMALLINT": _fixed(_C.c_uint16),
    "UINTEGER": _fixed(_C.c_uint32),
    "UBIGINT": _fixed(_C.c_uint64),
    "FLOAT": _fixed(_C.c_float),
    "DOUBLE": _fixed(_C.c_double),
    "DATE": _fixed(_C.c_int32, lambda value: value.toordinal() - _EPOCH_DAY),
    "TIME": _fixed(_C.c_int64, _time_micros),
    "TIMESTAMP": _fixed(_C.c_int64, lambda value: (value - _EPOCH) // _MICROSECOND),
    "TIMESTAMPTZ": _fixed(_C.c_int64, lambda value: (value - _EPOCH_UTC) // _MICROSECOND),
    "DECIMAL": _decimal,
    "VARCHAR": _texts(_utf8),
    "JSON": _texts(_utf8),
    "BLOB": _texts(bytes),
    "LIST": _list,
    "STRUCT": _struct,
}
