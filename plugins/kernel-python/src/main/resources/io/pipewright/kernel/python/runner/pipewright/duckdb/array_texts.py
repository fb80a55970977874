"""Columns of text, many cells at a time through NumPy: what `reading` and `writing` do cell by cell.

A cell is a record of 16 bytes: its length, then up to 12 bytes of text; of a longer text its first 4 bytes and a
pointer to all of it.
"""

import ctypes

import numpy

from pipewright.duckdb.reading import null_positions
from pipewright.duckdb.writing import set_nulls

_INLINE_BYTES = 12
_INLINE = numpy.arange(_INLINE_BYTES)


class TextSource:
    """A list of texts to be written, None for NULL."""

    def __init__(self, values):
        self._values = values

    def filler(self, duckdb, column_type):
        """As `pipewright.duckdb.writing.filler` asks."""

        def fill(vector, start, end):
            values = self._values[start:end]
            if None in values:
                set_nulls(duckdb, vector, [row for row, value in enumerate(values) if value is None], len(values))
                values = ["" if value is None else value for value in values]
            content, lengths = _encoded(values)
            records, content = _records(content, lengths)
            ctypes.memmove(duckdb.vector_get_data(vector), records.ctypes.data, records.nbytes)
            return content

        return fill


def _encoded(values):
    """All texts as one bytes, and the length of each."""
    text = "".join(values)
    if text.isascii():
        return text.encode("ascii"), numpy.fromiter(map(len, values), "int64", len(values))
    pieces = [value.encode("utf-8", "replace") for value in values]
    return b"".join(pieces), numpy.fromiter(map(len, pieces), "int64", len(values))


def _records(content, lengths):
    """The records, and the bytes that they point into."""
    content = numpy.frombuffer(content + bytes(_INLINE_BYTES), "uint8")
    offsets = numpy.cumsum(lengths) - lengths
    heads = content[offsets[:, None] + _INLINE]
    heads[_INLINE >= lengths[:, None]] = 0
    records = numpy.empty((len(lengths), 2), "<u8")
    cells = records.view("uint8")
    cells[:, 4:] = heads
    cells[:, :4] = lengths.astype("<u4").view("uint8").reshape(-1, 4)
    long_ones = lengths > _INLINE_BYTES
    records[long_ones, 1] = content.ctypes.data + offsets[long_ones]
    return records, content


def text_reader(duckdb):
    """A function `(vector, count) -> list` for a column of VARCHAR."""

    def read(vector, count):
        if not count:
            return []
        raw = ctypes.string_at(duckdb.vector_get_data(vector), 16 * count)
        records = numpy.frombuffer(raw, "<u8").reshape(count, 2)
        lengths = (records[:, 0] & 0xFFFF_FFFF).astype("int64")
        nulls = null_positions(duckdb, vector, count)
        lengths[nulls if nulls else []] = 0
        values = numpy.empty(count, "object")
        long_ones = lengths > _INLINE_BYTES
        short_ones = ~long_ones
        heads = numpy.frombuffer(raw, "uint8").reshape(count, 16)[short_ones, 4:]
        inline = heads[_INLINE < lengths[short_ones][:, None]].tobytes()
        values[short_ones] = _cut(inline, lengths[short_ones])
        values[long_ones] = _pointed(records[long_ones, 1].astype("int64"), lengths[long_ones])
        if nulls:
            values[nulls] = None
        return values.tolist()

    return read


def _pointed(pointers, lengths):
    """The texts behind pointers; those that lie one after the other in memory are taken at once."""
    if not len(pointers):
        return []
    ends = numpy.flatnonzero(pointers[1:] != pointers[:-1] + lengths[:-1]) + 1
    texts = []
    for first, last in zip([0, *ends.tolist()], [*ends.tolist(), len(pointers)]):
        run = lengths[first:last]
        texts += _cut(ctypes.string_at(int(pointers[first]), int(run.sum())), run)
    return texts


def _cut(content, lengths):
    """A list of texts from their joined bytes."""
    ends = numpy.cumsum(lengths)
    bounds = zip((ends - lengths).tolist(), ends.tolist())
    if content.isascii():
        text = content.decode("ascii")
        return [text[start:end] for start, end in bounds]
    return [content[start:end].decode("utf-8") for start, end in bounds]
