"""PostgreSQL, through psycopg2 or psycopg."""

from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_first_package
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import Dialect

_DRIVERS = {"psycopg2": "psycopg2-binary", "psycopg": "psycopg[binary]"}


class Postgres(BaseSQL):
    """A connection to PostgreSQL."""

    dialect = Dialect({"json": "JSONB"}, fold=str.lower)

    def __init__(self, dbname=None, user=None, password=None, host=None, port=None, schema=None, verbose=True, **more):
        super().__init__(verbose, dbname=dbname, user=user, password=password, host=host, port=port, **more)
        self._schema = schema

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `POSTGRES_…` of a loader."""
        if config[ConfigKey.POSTGRES_CONNECTION_METHOD] == "ssh_tunnel":
            raise ValueError(
                "POSTGRES_CONNECTION_METHOD is ssh_tunnel, which Pipewright does not open. Open the tunnel with "
                "ssh -L 5433:<database host>:5432 <ssh host>, and set POSTGRES_HOST to localhost, POSTGRES_PORT to 5433 "
                "and POSTGRES_CONNECTION_METHOD to direct."
            )
        return cls(
            dbname=config[ConfigKey.POSTGRES_DBNAME],
            user=config[ConfigKey.POSTGRES_USER],
            password=config[ConfigKey.POSTGRES_PASSWORD],
            host=config[ConfigKey.POSTGRES_HOST],
            port=config[ConfigKey.POSTGRES_PORT],
            schema=config[ConfigKey.POSTGRES_SCHEMA],
            connect_timeout=config[ConfigKey.POSTGRES_CONNECT_TIMEOUT],
            **more
        )

    def settings_schema(self):
        """`POSTGRES_SCHEMA`, else what the connection takes."""
        return self._schema

    def default_schema(self):
        """`POSTGRES_SCHEMA`, else `public`."""
        return self._schema or "public"

    def _connect(self):
        return load_first_package(_DRIVERS, "connect to PostgreSQL").connect(**self.settings)
