"""DuckDB's vectors as NumPy arrays and back, at the speed of a memory copy. Needs NumPy."""

import ctypes

import numpy

# The types whose vectors NumPy can read as they lie in memory; times are whole numbers of their unit since 1970.
DTYPES = {
    "BOOLEAN": "bool",
    "TINYINT": "int8",
    "SMALLINT": "int16",
    "INTEGER": "int32",
    "BIGINT": "int64",
    "UTINYINT": "uint8",
    "USMALLINT": "uint16",
    "UINTEGER": "uint32",
    "UBIGINT": "uint64",
    "FLOAT": "float32",
    "DOUBLE": "float64",
    "TIMESTAMP": "int64",
    "TIMESTAMPTZ": "int64",
    "TIMESTAMP_S": "int64",
    "TIMESTAMP_MS": "int64",
    "TIMESTAMP_NS": "int64",
}


class ArraySource:
    """A NumPy array to be written.

    values: one-dimensional, of the dtype in DTYPES. nulls: None, or an array of bool, true where a cell is NULL.
    """

    def __init__(self, values, nulls=None):
        self._values = numpy.ascontiguousarray(values)
        self._nulls = nulls if nulls is not None and nulls.any() else None

    def filler(self, duckdb, column_type):
        """As `pipewright.duckdb.writing.filler` asks."""
        values, nulls = self._values, self._nulls
        if values.dtype != DTYPES[column_type.name]:
            raise TypeError("an array of %s cannot fill a column of %s" % (values.dtype, column_type.sql()))
        width, address = values.itemsize, values.ctypes.data

        def fill(vector, start, end):
            ctypes.memmove(duckdb.vector_get_data(vector), address + start * width, (end - start) * width)
            if nulls is not None:
                _write_nulls(duckdb, vector, nulls[start:end])

        return fill


def _write_nulls(duckdb, vector, nulls):
    duckdb.vector_ensure_validity_writable(vector)
    bits = numpy.packbits(~nulls, bitorder="little").tobytes()
    ctypes.memmove(duckdb.vector_get_validity(vector), bits, len(bits))


class ArrayColumn:
    """A column read as arrays: `values`, and `nulls` (bool array, or None where no cell is NULL)."""

    __slots__ = ("values", "nulls")

    def __init__(self, values, nulls):
        self.values = values
        self.nulls = nulls


def array_reader(duckdb, column_type):
    """A function `(vector, count) -> [(values, nulls)]`, to be joined by `joined`."""
    dtype = numpy.dtype(DTYPES[column_type.name])

    def read(vector, count):
        values = numpy.empty(count, dtype)
        if count:
            ctypes.memmove(values.ctypes.data, duckdb.vector_get_data(vector), count * dtype.itemsize)
        return [(values, _read_nulls(duckdb, vector, count))]

    return read


def _read_nulls(duckdb, vector, count):
    validity = duckdb.vector_get_validity(vector)
    if not validity or not count:
        return None
    raw = ctypes.string_at(validity, (count + 7) // 8)
    nulls = numpy.unpackbits(numpy.frombuffer(raw, "uint8"), count=count, bitorder="little") == 0
    return nulls if nulls.any() else None


def joined(pieces, column_type):
    """All pieces of one column as an ArrayColumn."""
    if not pieces:
        return ArrayColumn(numpy.empty(0, DTYPES[column_type.name]), None)
    values = numpy.concatenate([values for values, _ in pieces])
    if all(nulls is None for _, nulls in pieces):
        return ArrayColumn(values, None)
    nulls = [numpy.zeros(len(values), bool) if nulls is None else nulls for values, nulls in pieces]
    return ArrayColumn(values, numpy.concatenate(nulls))
