"""SQLite, which every Python has."""

import os
import sqlite3

from mage_ai.io.config import ConfigKey
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import Dialect, as_text_for_sqlite
from mage_ai.settings.repo import get_repo_path

_TYPES = {"bytes": "BLOB", "float": "REAL", "integer": "INTEGER", "timestamptz": "TIMESTAMP"}


class SQLite(BaseSQL):
    """A connection to a database file."""

    dialect = Dialect(_TYPES, placeholder="?", adapt=as_text_for_sqlite)

    def __init__(self, database, verbose=True, **more):
        super().__init__(verbose, database=os.path.join(get_repo_path(), database), **more)

    @classmethod
    def with_config(cls, config, **more):
        """With the file that `SQLITE_DATABASE` of a loader names, relative to the project."""
        if config[ConfigKey.SQLITE_DATABASE] is None:
            raise ValueError("SQLITE_DATABASE is not set in the profile: it names the database file")
        return cls(config[ConfigKey.SQLITE_DATABASE], **more)

    def table_exists(self, schema_name, table_name):
        """Whether there is such a table."""
        master = "%s.sqlite_master" % self.dialect.quoted(schema_name or "main")
        return self._finds("SELECT 1 FROM %s WHERE type = 'table' AND lower(name) = lower(?)" % master, [table_name])

    def schema_exists(self, schema_name):
        """Whether a database is attached under that name."""
        with self.cursor() as cursor:
            cursor.execute("PRAGMA database_list")
            return any(row[1] == schema_name for row in cursor.fetchall())

    def _connect(self):
        return sqlite3.connect(**self.settings)
