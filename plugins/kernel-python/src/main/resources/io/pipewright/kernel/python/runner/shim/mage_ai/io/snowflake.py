"""Snowflake, through its connector."""

from mage_ai.io.base import ExportWritePolicy
from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_package
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import Dialect

_TYPES = {"bytes": "BINARY", "decimal": "NUMBER(38, 10)", "timestamp": "TIMESTAMP_NTZ", "timestamptz": "TIMESTAMP_TZ"}


class Snowflake(BaseSQL):
    """A connection to a warehouse."""

    dialect = Dialect(_TYPES, fold=str.upper)

    def __init__(self, verbose=True, **settings):
        super().__init__(verbose, **settings)

    @classmethod
    def with_config(cls, config, database=None, schema=None, **more):
        """With the settings `SNOWFLAKE_…` of a loader."""
        return cls(
            user=config[ConfigKey.SNOWFLAKE_USER],
            password=config[ConfigKey.SNOWFLAKE_PASSWORD],
            account=config[ConfigKey.SNOWFLAKE_ACCOUNT],
            warehouse=config[ConfigKey.SNOWFLAKE_DEFAULT_WH],
            database=database or config[ConfigKey.SNOWFLAKE_DEFAULT_DB],
            schema=schema or config[ConfigKey.SNOWFLAKE_DEFAULT_SCHEMA],
            role=config[ConfigKey.SNOWFLAKE_ROLE],
            private_key_file=config[ConfigKey.SNOWFLAKE_PRIVATE_KEY_PATH],
            private_key_file_pwd=config[ConfigKey.SNOWFLAKE_PRIVATE_KEY_PASSPHRASE],
            login_timeout=config[ConfigKey.SNOWFLAKE_TIMEOUT],
            **more
        )

    def execute(self, query_string, *arguments, **query_vars):
        """Runs a statement; the rows that it gives."""
        with self.cursor() as cursor:
            return cursor.execute(query_string.strip(), *arguments, **query_vars).fetchall()

    def export(self, df, table_name=None, database=None, schema=None, if_exists=ExportWritePolicy.APPEND, **options):
        """As for other databases, but the table comes first, then its database and schema; it is appended to."""
        if database:
            self.execute("USE DATABASE %s" % self.full_name(None, database))
        schema = schema or options.pop("schema_name", None)
        super().export(df, schema, table_name, if_exists=if_exists, **options)

    def settings_schema(self):
        """The schema of the connection."""
        return self.settings.get("schema")

    def _connect(self):
        connector = load_package("snowflake.connector", "snowflake-connector-python", "connect to Snowflake")
        return connector.connect(**self.settings)
