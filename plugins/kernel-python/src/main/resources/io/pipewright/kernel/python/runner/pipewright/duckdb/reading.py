"""DuckDB's vectors as lists of Python values: one reader a type, looked up in a table."""

import ctypes
import datetime
import decimal
import json
import struct
import uuid

_EPOCH_DAY = datetime.date(1970, 1, 1).toordinal()
_EPOCH = datetime.datetime(1970, 1, 1)
_EPOCH_UTC = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_DAY_MICROS = 86_400_000_000
_TEXT_RECORD = struct.Struct("<I4xQ")
_INLINE_BYTES = 12


def reader(duckdb, column_type):
    """A function `(vector, count) -> list` for one type. None stands for NULL.

    Dates and times that Python cannot hold (infinity, beyond year 9999) come as text.
    """
    nested = _NESTED.get(column_type.name)
    if nested:
        return nested(duckdb, column_type)
    if column_type.name in _TEXTS:
        return _text_reader(duckdb, _TEXTS[column_type.name])
    if column_type.name not in _FIXED:
        raise TypeError(
            "columns of DuckDB type %s cannot be handed to Python; cast the column in SQL" % column_type.sql()
        )
    ctype, convert = _FIXED[column_type.name]
    return _fixed_reader(duckdb, ctype, convert)


def null_positions(duckdb, vector, count):
    """The rows of a vector that are NULL, ascending."""
    validity = duckdb.vector_get_validity(vector)
    if not validity:
        return ()
    words = (ctypes.c_uint64 * ((count + 63) // 64)).from_address(validity)
    nulls = []
    for index, word in enumerate(words):
        if word == 0xFFFF_FFFF_FFFF_FFFF:
            continue
        first = index * 64
        nulls.extend(row for row in range(first, min(first + 64, count)) if not word >> (row - first) & 1)
    return nulls


def _fixed_reader(duckdb, ctype, convert):
    def read(vector, count):
        values = (ctype * count).from_address(duckdb.vector_get_data(vector))[:] if count else []
        nulls = null_positions(duckdb, vector, count)
        if convert:
            # A NULL's cell holds anything, so it is not shown to `convert`.
            for row in nulls:
                values[row] = None
            values = [None if value is None else convert(value) for value in values]
        for row in nulls:
            values[row] = None
        return values

    return read


def _text_reader(duckdb, decode):
    def read(vector, count):
        if not count:
            return []
        raw = ctypes.string_at(duckdb.vector_get_data(vector), 16 * count)
        records = list(_TEXT_RECORD.iter_unpack(raw))
        nulls = null_positions(duckdb, vector, count)
        for row in nulls:
            records[row] = (0, 0)
        values = [
            raw[at + 4 : at + 4 + size] if size <= _INLINE_BYTES else ctypes.string_at(pointer, size)
            for at, (size, pointer) in zip(range(0, 16 * count, 16), records)
        ]
        if decode:
            for row in nulls:
                values[row] = b"null"
            values = [decode(value) for value in values]
        for row in nulls:
            values[row] = None
        return values

    return read


def _date(days):
    try:
        return datetime.date.fromordinal(days + _EPOCH_DAY)
    except (ValueError, OverflowError):
        return _beyond(days, 2**31 - 1, "days since 1970-01-01")


def _timestamp(epoch, unit, per_micro=1):
    """A function from ticks to a datetime. unit: microseconds of a tick (per_micro: ticks of a microsecond)."""

    def convert(ticks):
        try:
            return epoch + datetime.timedelta(microseconds=ticks * unit // per_micro)
        except OverflowError:
            return _beyond(ticks, 2**63 - 1, "ticks since 1970-01-01")

    return convert


def _beyond(ticks, infinity, unit):
    if abs(ticks) == infinity:
        return "infinity" if ticks > 0 else "-infinity"
    return "%d %s" % (ticks, unit)


def _time(micros):
    seconds, micros = divmod(micros, 1_000_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    # DuckDB knows 24:00:00; Python does not.
    return datetime.time(hour % 24, minute, second, micros)


def _time_tz(bits):
    offset = datetime.timedelta(seconds=(16 * 60 * 60 - 1) - (bits & 0xFF_FFFF))
    return _time(bits >> 24).replace(tzinfo=datetime.timezone(offset))


class _Wide(ctypes.Structure):
    """A 128-bit number."""

    _fields_ = [("lower", ctypes.c_uint64), ("upper", ctypes.c_int64)]


class _Interval(ctypes.Structure):
    _fields_ = [("months", ctypes.c_int32), ("days", ctypes.c_int32), ("micros", ctypes.c_int64)]


def _hugeint(wide):
    return (wide.upper << 64) + wide.lower


def _unsigned_hugeint(wide):
    return ((wide.upper & 0xFFFF_FFFF_FFFF_FFFF) << 64) + wide.lower


def _uuid(wide):
    # DuckDB flips the top bit so that the numbers sort like the text.
    return uuid.UUID(int=_unsigned_hugeint(wide) ^ (1 << 127))


def _interval(value):
    # A month has no fixed length: 30 days, as DuckDB itself compares intervals.
    return datetime.timedelta(days=value.months * 30 + value.days, microseconds=value.micros)


_C = ctypes
_FIXED = {
    "BOOLEAN": (_C.c_bool, None),
    "TINYINT": (_C.c_int8, None),
    "SMALLINT": (_C.c_int16, None),
    "INTEGER": (_C.c_int32, None),
    "BIGINT": (_C.c_int64, None),
    "UTINYINT": (_C.c_uint8, None),
    "USMALLINT": (_C.c_uint16, None),
    "UINTEGER": (_C.c_uint32, None),
    "UBIGINT": (_C.c_uint64, None),
    "FLOAT": (_C.c_float, None),
    "DOUBLE": (_C.c_double, None),
    "HUGEINT": (_Wide, _hugeint),
    "UHUGEINT": (_Wide, _unsigned_hugeint),
    "UUID": (_Wide, _uuid),
    "DATE": (_C.c_int32, _date),
    "TIME": (_C.c_int64, _time),
    "TIMETZ": (_C.c_uint64, _time_tz),
    "TIME_NS": (_C.c_int64, lambda nanos: _time(nanos // 1000)),
    "TIMESTAMP": (_C.c_int64, _timestamp(_EPOCH, 1)),
    "TIMESTAMPTZ": (_C.c_int64, _timestamp(_EPOCH_UTC, 1)),
    "TIMESTAMP_S": (_C.c_int64, _timestamp(_EPOCH, 1_000_000)),
    "TIMESTAMP_MS": (_C.c_int64, _timestamp(_EPOCH, 1_000)),
    "TIMESTAMP_NS": (_C.c_int64, _timestamp(_EPOCH, 1, 1_000)),
    "INTERVAL": (_Interval, _interval),
    "SQLNULL": (_C.c_int8, None),
}

_TEXTS = {"VARCHAR": lambda raw: raw.decode("utf-8"), "BLOB": None, "JSON": json.loads}


def _decimal(duckdb, column_type):
    scale = -column_type.scale

    def convert(number):
        return decimal.Decimal(number).scaleb(scale, _EXACT)

    if column_type.width > 18:
        return _fixed_reader(duckdb, _Wide, lambda wide: convert(_hugeint(wide)))
    ctype = _C.c_int16 if column_type.width <= 4 else _C.c_int32 if column_type.width <= 9 else _C.c_int64
    return _fixed_reader(duckdb, ctype, convert)


_EXACT = decimal.Context(prec=60)


def _enum(duckdb, column_type):
    words = [word for word, _ in column_type.children]
    ctype = {1: _C.c_uint8, 2: _C.c_uint16, 4: _C.c_uint32}[column_type.width]
    return _fixed_reader(duckdb, ctype, words.__getitem__)


def _list(duckdb, column_type):
    read_element = reader(duckdb, column_type.children[0][1])
    return _lists(duckdb, lambda child, size: read_element(child, size))


def _map(duckdb, column_type):
    read_entries = _struct_rows(duckdb, column_type)
    lists = _lists(duckdb, read_entries)

    def read(vector, count):
        return [None if pairs is None else dict(pairs) for pairs in lists(vector, count)]

    return read


def _lists(duckdb, read_child):
    """Reads (offset, length) records over one child vector."""

    def read(vector, count):
        if not count:
            return []
        child = read_child(duckdb.list_vector_get_child(vector), duckdb.list_vector_get_size(vector))
        records = (_C.c_uint64 * (2 * count)).from_address(duckdb.vector_get_data(vector))[:]
        nulls = set(null_positions(duckdb, vector, count))
        return [
            None if row in nulls else child[records[2 * row] : records[2 * row] + records[2 * row + 1]]
            for row in range(count)
        ]

    return read


def _array(duckdb, column_type):
    read_element = reader(duckdb, column_type.children[0][1])
    length = column_type.width

    def read(vector, count):
        child = read_element(duckdb.array_vector_get_child(vector), count * length)
        nulls = set(null_positions(duckdb, vector, count))
        return [None if row in nulls else child[row * length : (row + 1) * length] for row in range(count)]

    return read


def _struct_rows(duckdb, column_type):
    readers = [reader(duckdb, child) for _, child in column_type.children]

    def read(vector, count):
        children = [read(duckdb.struct_vector_get_child(vector, i), count) for i, read in enumerate(readers)]
        return list(zip(*children))

    return read


def _struct(duckdb, column_type):
    names = [name for name, _ in column_type.children]
    read_rows = _struct_rows(duckdb, column_type)

    def read(vector, count):
        rows = [dict(zip(names, row)) for row in read_rows(vector, count)]
        for row in null_positions(duckdb, vector, count):
            rows[row] = None
        return rows

    return read


_NESTED = {"DECIMAL": _decimal, "ENUM": _enum, "LIST": _list, "MAP": _map, "ARRAY": _array, "STRUCT": _struct}
