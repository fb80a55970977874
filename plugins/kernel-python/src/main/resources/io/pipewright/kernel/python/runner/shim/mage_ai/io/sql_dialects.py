"""How databases differ in the little SQL that exporting needs."""

import datetime
import json

_STANDARD = {
    "boolean": "BOOLEAN",
    "bytes": "BYTEA",
    "date": "DATE",
    "decimal": "NUMERIC",
    "float": "DOUBLE PRECISION",
    "integer": "BIGINT",
    "json": "TEXT",
    "text": "TEXT",
    "time": "TIME",
    "timestamp": "TIMESTAMP",
    "timestamptz": "TIMESTAMPTZ",
}


class Dialect:
    """One database's way of saying things.

    types: by kind of column, where they differ from the standard. fold: what the database does to names without
    quotes. adapt: makes a cell one that the driver takes, called with its column's kind.
    """

    def __init__(self, types=(), quote='"', placeholder="%s", fold=str, adapt=None):
        self.types = {**_STANDARD, **dict(types)}
        self.placeholder = placeholder
        self.fold = fold
        self._quote = quote
        self._adapt = adapt or _as_it_is

    def quoted(self, name):
        """A name in quotes."""
        return self._quote + name.replace(self._quote, self._quote * 2) + self._quote

    def folded(self, name):
        """A table's or schema's name as the database keeps it when it is written without quotes."""
        return self.fold(name) if name.replace("_", "a").isalnum() else name

    def cells(self, kind, values):
        """A column's cells, ready for the driver."""
        if kind == "json":
            values = [None if cell is None else _json(cell) for cell in values]
        elif kind == "text":
            values = [cell if cell is None or isinstance(cell, str) else str(cell) for cell in values]
        return [None if cell is None else self._adapt(kind, cell) for cell in values]

    def update_on_conflict(self, keys, columns):
        """What follows an INSERT so that rows with the same keys are replaced."""
        others = [column for column in columns if column not in keys]
        if not others:
            return self.ignore_on_conflict(keys)
        changes = ", ".join("%s = EXCLUDED.%s" % (self.quoted(c), self.quoted(c)) for c in others)
        return " ON CONFLICT (%s) DO UPDATE SET %s" % (", ".join(map(self.quoted, keys)), changes)

    def ignore_on_conflict(self, keys):
        """What follows an INSERT so that rows with the same keys are left out."""
        return " ON CONFLICT (%s) DO NOTHING" % ", ".join(map(self.quoted, keys))

    def key_type(self, kind):
        """The type of a column that must be unique."""
        return self.types[kind]


class MySqlDialect(Dialect):
    """MySQL and MariaDB."""

    def __init__(self):
        types = {
            "bytes": "LONGBLOB",
            "decimal": "DECIMAL(38, 10)",
            "float": "DOUBLE",
            "json": "JSON",
            "text": "LONGTEXT",
            "time": "TIME(6)",
            "timestamp": "DATETIME(6)",
            "timestamptz": "DATETIME(6)",
        }
        super().__init__(types, quote="`", adapt=_in_utc)

    def update_on_conflict(self, keys, columns):
        """As for others; MySQL looks at all unique keys."""
        changes = ", ".join("%s = VALUES(%s)" % (self.quoted(c), self.quoted(c)) for c in columns)
        return " ON DUPLICATE KEY UPDATE %s" % changes

    def ignore_on_conflict(self, keys):
        """As for others, without hiding other errors as INSERT IGNORE would."""
        return " ON DUPLICATE KEY UPDATE %s = %s" % (self.quoted(keys[0]), self.quoted(keys[0]))

    def key_type(self, kind):
        """MySQL cannot index a text without a length."""
        return "VARCHAR(255)" if kind == "text" else self.types[kind]


def _json(cell):
    return json.dumps(sorted(cell, key=str) if isinstance(cell, (set, frozenset)) else cell, default=_shown)


def _shown(cell):
    if hasattr(cell, "tolist"):
        return cell.tolist()
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


def _as_it_is(_, cell):
    return cell


def _in_utc(kind, cell):
    return cell.astimezone(datetime.timezone.utc).replace(tzinfo=None) if kind == "timestamptz" else cell


def as_text_for_sqlite(kind, cell):
    """SQLite keeps times and decimals as texts."""
    if kind in ("date", "time"):
        return cell.isoformat()
    if kind in ("timestamp", "timestamptz"):
        return cell.isoformat(" ") if hasattr(cell, "hour") else cell.isoformat()
    return str(cell) if kind == "decimal" else cell
