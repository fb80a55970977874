"""Python values written into SQL, for statements with `?` in them."""

import datetime
import decimal
import re

from pipewright.duckdb.types import quote_text

_PLACE = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\?", re.DOTALL)


def filled(statement, values):
    """A statement with each `?`, outside of texts, names and comments, replaced by the next value."""
    waiting = iter(values)
    taken = []

    def fill(match):
        if match.group() != "?":
            return match.group()
        taken.append(None)
        try:
            return literal(next(waiting))
        except StopIteration:
            return "?"

    text = _PLACE.sub(fill, statement)
    if len(taken) != len(values):
        raise ValueError("the statement has %d places for values (?), but %d values are given" % (len(taken), len(values)))
    return text


def literal(value):
    """A value as SQL. Raises TypeError for what SQL has no words for."""
    if value is None:
        return "NULL"
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    raise TypeError("a value of type %s cannot be handed to DuckDB" % type(value).__qualname__)


def _float(value):
    return repr(value) if value - value == 0 else "'%r'::DOUBLE" % value


def _time(value):
    kind = "TIMESTAMP" if value.tzinfo is None else "TIMESTAMPTZ"
    return "%s '%s'" % (kind, value.isoformat(" "))


# A boolean is a whole number for Python, and a time a date.
_WRITERS = (
    (bool, lambda value: "true" if value else "false"),
    (int, lambda value: repr(int(value))),
    (float, lambda value: _float(float(value))),
    (str, quote_text),
    (decimal.Decimal, lambda value: format(value, "f")),
    (datetime.datetime, _time),
    (datetime.date, lambda value: "DATE '%s'" % value.isoformat()),
    (datetime.time, lambda value: "TIME '%s'" % value.isoformat()),
    ((bytes, bytearray), lambda value: "'%s'::BLOB" % "".join("\\x%02X" % byte for byte in value)),
)
