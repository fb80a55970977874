"""DuckDB, through the package duckdb or, without it, through the library that Pipewright brings."""

import os
import time
from contextlib import contextmanager
from importlib.util import find_spec

from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_package
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import Dialect
from mage_ai.settings.repo import get_repo_path
from pipewright.duckdb.driver import FileConnection
from pipewright.duckdb.library import available
from pipewright.runner.storage import has_pandas

# How long a file may be in use elsewhere, and how often that is looked at.
_LOCK_SECONDS = 30
_LOCK_PAUSE = 0.05

_TYPES = {"bytes": "BLOB", "decimal": "DECIMAL(38, 10)", "float": "DOUBLE", "json": "VARCHAR", "text": "VARCHAR"}


class DuckDB(BaseSQL):
    """A connection to a database file, or to MotherDuck. Statements are kept at once; an export is one transaction."""

    dialect = Dialect(_TYPES, placeholder="?")

    def __init__(self, database=None, motherduck_token=None, schema=None, verbose=True, **more):
        super().__init__(verbose, database=database or ":memory:", **more)
        self._token = motherduck_token
        self._schema = schema
        self._in_transaction = False

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `DUCKDB_…` and `MOTHERDUCK_TOKEN` of a loader."""
        return cls(
            database=config[ConfigKey.DUCKDB_DATABASE],
            motherduck_token=config[ConfigKey.MOTHERDUCK_TOKEN],
            schema=config[ConfigKey.DUCKDB_SCHEMA],
            **more
        )

    def settings_schema(self):
        """`DUCKDB_SCHEMA`, else `main`."""
        return self._schema or "main"

    def default_schema(self):
        """As `settings_schema`."""
        return self.settings_schema()

    def table_exists(self, schema_name, table_name):
        """Whether there is such a table; capital and small letters are the same."""
        query = "SELECT 1 FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND lower(table_name) = lower(?)"
        return self._finds(query, [schema_name or "main", table_name])

    def schema_exists(self, schema_name):
        """Whether there is such a schema; capital and small letters are the same."""
        query = "SELECT 1 FROM information_schema.schemata WHERE lower(schema_name) = lower(?)"
        return self._finds(query, [schema_name])

    @contextmanager
    def cursor(self):
        """The connection itself: DuckDB's cursors are connections of their own, outside of the transaction."""
        yield self.conn

    def begin(self):
        """An export is one transaction."""
        self.conn.execute("BEGIN TRANSACTION")
        self._in_transaction = True

    def commit(self):
        """Ends the transaction of an export; outside of one, everything is kept already."""
        self._end("COMMIT")

    def rollback(self):
        """Takes back what an export did so far."""
        self._end("ROLLBACK")

    def _fetch(self, cursor, limit):
        # DuckDB makes DataFrames itself, faster and with all its types.
        makes_frames = has_pandas() and hasattr(cursor, "df")
        return cursor.df()[:limit] if makes_frames else super()._fetch(cursor, limit)

    def _end(self, statement):
        if self._in_transaction:
            self._in_transaction = False
            self.conn.execute(statement)

    def _connect(self):
        until = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                return self._connect_once()
            except Exception as e:
                # One process at a time can have a file; a block beside this one may be about to finish with it.
                if "Could not set lock" not in str(e) or time.monotonic() > until:
                    raise
            time.sleep(_LOCK_PAUSE)

    def _connect_once(self):
        if find_spec("duckdb") is None and not self._token and available():
            return FileConnection(os.path.join(get_repo_path(), self.settings["database"]))
        duckdb = load_package("duckdb", "duckdb", "connect to DuckDB")
        config = {"motherduck_token": self._token} if self._token else {}
        return duckdb.connect(**{"config": config, **self.settings})
