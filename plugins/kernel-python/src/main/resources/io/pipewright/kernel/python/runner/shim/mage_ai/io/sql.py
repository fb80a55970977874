"""Loading from and exporting to SQL databases, on top of Python's common interface of database drivers."""

from contextlib import closing

from mage_ai.io.base import QUERY_ROW_LIMIT, ExportWritePolicy
from mage_ai.io.sql_export import Export, ExportOptions
from mage_ai.io.table_values import Columns, to_table


class BaseSQL:
    """A connection, open in a `with` or from `open()` to `close()`. Changes are kept by `commit()` and by `export`.

    Subclasses say how to connect, and their `dialect`.
    """

    dialect = None
    default_schema_name = None

    def __init__(self, verbose=True, **settings):
        self.settings = {name: value for name, value in settings.items() if value is not None}
        self._verbose = verbose
        self._connection = None

    def _connect(self):
        raise NotImplementedError("a database must say how to connect")

    @property
    def conn(self):
        """The driver's connection."""
        if self._connection is None:
            raise ConnectionError(
                "There is no open connection to %s. Use it in a with statement, or call open() first." % self._name()
            )
        return self._connection

    def open(self):
        """Connects."""
        if self._connection is None:
            self._connection = self._connect()

    def close(self):
        """Closes the connection, if it is open; changes without a commit are lost."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def commit(self):
        """Keeps what was changed."""
        self.conn.commit()

    def rollback(self):
        """Takes back what was changed since the last commit."""
        self.conn.rollback()

    def cursor(self):
        """A context with a new cursor of the driver."""
        return closing(self.conn.cursor())

    def execute(self, query_string, *arguments, commit=False, **query_vars):
        """Runs a statement. Arguments are those of the driver's `execute`."""
        with self.cursor() as cursor:
            cursor.execute(query_string.strip(), *arguments, **query_vars)
        if commit:
            self.commit()

    def execute_queries(self, queries, query_variables=None, commit=False, fetch_query_at_indexes=None, **_):
        """Runs statements; the rows of those that are marked to be fetched, None for the others."""
        variables = list(query_variables or [])
        fetched = list(fetch_query_at_indexes or [])
        results = []
        for number, query in enumerate(queries):
            if number < len(fetched) and fetched[number]:
                results.append(self.load(query, verbose=False))
            else:
                self.execute(query, **(variables[number] if number < len(variables) else {}))
                results.append(None)
        if commit:
            self.commit()
        return results

    def load(self, query_string, limit=QUERY_ROW_LIMIT, display_query=None, verbose=True, **query_vars):
        """The rows that a query gives, at most `limit`: a DataFrame, or a Table where pandas is not installed."""
        params = query_vars.pop("params", None)
        with self.cursor() as cursor:
            cursor.execute(query_string.strip().rstrip(";"), *([] if params is None else [params]), **query_vars)
            if cursor.description is None:
                raise ValueError("The query gives no rows to load; to run a statement, use execute: %s" % query_string)
            table = self._fetch(cursor, limit)
        self._say(verbose, "loaded %d rows" % len(table))
        return table

    def _fetch(self, cursor, limit):
        return to_table([column[0] for column in cursor.description], cursor.fetchmany(limit))

    def sample(self, schema, table, size=QUERY_ROW_LIMIT, **_):
        """Some rows of a table."""
        return self.load("SELECT * FROM %s LIMIT %d" % (self.full_name(schema, table), size))

    def export(
        self,
        df,
        schema_name=None,
        table_name=None,
        if_exists=ExportWritePolicy.REPLACE,
        index=False,
        verbose=True,
        query_string=None,
        **options
    ):
        """Writes a table, all of it or nothing, and commits. A table or schema that is not there is made.

        if_exists: `replace` empties the table first (with `drop_table_on_replace` it is made anew), `append`, `fail`.
        unique_constraints and unique_conflict_method (`UPDATE` or `IGNORE`) say what happens to rows with known keys.
        query_string: a query whose rows are written, instead of `df`.
        """
        if not table_name:
            raise ValueError("export needs the name of a table (table_name)")
        chosen = ExportOptions(ExportWritePolicy(if_exists), options)
        export = Export(self, schema_name or self.settings_schema(), table_name, chosen)
        try:
            self.begin()
            rows = export.of_query(query_string) if query_string else export.of_columns(Columns.of(df, index))
            self.commit()
        except BaseException:
            self.rollback()
            raise
        self._say(verbose, "exported %s to %s" % ("a query" if rows is None else "%d rows" % rows, table_name))

    def begin(self):
        """Before an export; most drivers begin by themselves."""

    def settings_schema(self):
        """The schema of tables that are named without one, or None for that of the connection."""
        return self.default_schema_name

    def full_name(self, schema, table):
        """A table's name as it stands in SQL."""
        parts = [part for part in (schema, table) if part]
        return ".".join(self.dialect.quoted(self.dialect.folded(part)) for part in parts)

    def table_exists(self, schema_name, table_name):
        """Whether there is such a table."""
        condition = "table_name = %s" % self.dialect.placeholder
        values = [self.dialect.folded(table_name)]
        if schema_name:
            condition += " AND table_schema = %s" % self.dialect.placeholder
            values.append(self.dialect.folded(schema_name))
        return self._finds("SELECT 1 FROM information_schema.tables WHERE " + condition, values)

    def schema_exists(self, schema_name):
        """Whether there is such a schema."""
        query = "SELECT 1 FROM information_schema.schemata WHERE schema_name = %s" % self.dialect.placeholder
        return self._finds(query, [self.dialect.folded(schema_name)])

    def _finds(self, query, values):
        with self.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchone() is not None

    def _say(self, verbose, what):
        if self._verbose and verbose:
            print("%s: %s" % (self._name(), what))

    def _name(self):
        return type(self).__name__

    def __enter__(self):
        self.open()
        return self

    def __exit__(self, *_):
        self.close()
