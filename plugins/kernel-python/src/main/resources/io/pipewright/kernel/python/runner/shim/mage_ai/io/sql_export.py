"""Writes one table into a database: makes it if needed, then inserts."""

from itertools import islice

from mage_ai.io.base import ExportWritePolicy
from mage_ai.io.column_names import clean_name

# Rows of one INSERT, and how many values it may have: databases limit both.
_ROWS = 1000
_VALUES = 30_000
_CONFLICT_METHODS = ("UPDATE", "IGNORE")


class ExportOptions:
    """What an export may be told, beside what and where. options: by the names that `BaseSQL.export` has."""

    def __init__(self, if_exists, options):
        self.if_exists = if_exists
        self.drop = options.get("drop_table_on_replace", False)
        self.cascade = options.get("cascade_on_drop", False)
        self.types = options.get("overwrite_types") or {}
        self._clean = options.get("auto_clean_name", True)
        self._name_options = (options.get("allow_reserved_words", False), options.get("case_sensitive", False))
        self.keys = [self.column(name) for name in options.get("unique_constraints") or []]
        method = options.get("unique_conflict_method")
        self.on_conflict = str(method).upper() if method else None
        if self.on_conflict not in (None, *_CONFLICT_METHODS):
            raise ValueError("unique_conflict_method is %r; it can be UPDATE or IGNORE" % method)

    def column(self, name):
        """What a column is called in the database."""
        return clean_name(name, *self._name_options) if self._clean else str(name)


class Export:
    """One export to one table."""

    def __init__(self, database, schema, table, options):
        self._database = database
        self._dialect = database.dialect
        self._schema = schema
        self._table = table
        self._options = options
        self._name = database.full_name(schema, table)

    def of_query(self, query):
        """Writes what a query gives."""
        query = query.strip().rstrip(";")
        exists = self._prepare()
        self._run(("INSERT INTO %s\n%s" if exists else "CREATE TABLE %s AS\n%s") % (self._name, query))

    def of_columns(self, columns):
        """Writes columns; the number of rows."""
        names = [self._options.column(name) for name in columns.names]
        if len(set(names)) < len(names):
            twice = sorted({name for name in names if names.count(name) > 1})
            raise ValueError("Cannot export to %s: two columns would be called %s" % (self._table, ", ".join(twice)))
        if not self._prepare():
            self._run(self._create(names, columns))
        cells = [self._dialect.cells(kind, values) for kind, values in zip(columns.kinds, columns.values)]
        self._insert([self._dialect.fold(name) for name in names], zip(*cells))
        return len(columns)

    def _prepare(self):
        """Whether the table is there afterwards."""
        if self._schema and not self._database.schema_exists(self._schema):
            self._run("CREATE SCHEMA %s" % self._database.full_name(None, self._schema))
        if not self._database.table_exists(self._schema, self._table):
            return False
        policy = self._options.if_exists
        if policy is ExportWritePolicy.FAIL:
            raise ValueError("Table %s already exists, and if_exists is 'fail'" % self._name)
        if policy is ExportWritePolicy.APPEND:
            return True
        if self._options.drop:
            self._run("DROP TABLE %s%s" % (self._name, " CASCADE" if self._options.cascade else ""))
            return False
        self._run("DELETE FROM %s" % self._name)
        return True

    def _create(self, names, columns):
        parts = ["%s %s" % (self._quoted(n), self._type(n, o, k)) for n, o, k in zip(names, columns.names, columns.kinds)]
        if self._options.keys:
            parts.append("UNIQUE (%s)" % ", ".join(map(self._quoted, self._options.keys)))
        return "CREATE TABLE %s (%s)" % (self._name, ", ".join(parts))

    def _type(self, name, original, kind):
        given = self._options.types.get(name) or self._options.types.get(original)
        return given or (self._dialect.key_type(kind) if name in self._options.keys else self._dialect.types[kind])

    def _quoted(self, name):
        return self._dialect.quoted(self._dialect.fold(name))

    def _insert(self, names, rows):
        size = max(1, min(_ROWS, _VALUES // max(1, len(names))))
        head = "INSERT INTO %s (%s) VALUES " % (self._name, ", ".join(map(self._dialect.quoted, names)))
        row = "(%s)" % ", ".join([self._dialect.placeholder] * len(names))
        tail = self._conflict(names)
        with self._database.cursor() as cursor:
            while True:
                batch = list(islice(rows, size))
                if not batch:
                    return
                cursor.execute(head + ", ".join([row] * len(batch)) + tail, [cell for one in batch for cell in one])

    def _conflict(self, names):
        keys = [self._dialect.fold(key) for key in self._options.keys]
        if not keys or not self._options.on_conflict:
            return ""
        if self._options.on_conflict == "UPDATE":
            return self._dialect.update_on_conflict(keys, names)
        return self._dialect.ignore_on_conflict(keys)

    def _run(self, statement):
        with self._database.cursor() as cursor:
            cursor.execute(statement)
