"""MySQL and MariaDB, through whichever driver is installed."""

from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_first_package
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import MySqlDialect

_DRIVERS = {"pymysql": "PyMySQL", "mysql.connector": "mysql-connector-python", "MySQLdb": "mysqlclient"}
_PORT = 3306


class MySQL(BaseSQL):
    """A connection to MySQL."""

    dialect = MySqlDialect()

    def __init__(self, database=None, host=None, password=None, user=None, port=None, verbose=True, **more):
        port = int(port or _PORT)
        super().__init__(verbose, database=database, host=host, password=password, user=user, port=port, **more)

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `MYSQL_…` of a loader."""
        return cls(
            database=config[ConfigKey.MYSQL_DATABASE],
            host=config[ConfigKey.MYSQL_HOST],
            password=config[ConfigKey.MYSQL_PASSWORD],
            port=config[ConfigKey.MYSQL_PORT],
            user=config[ConfigKey.MYSQL_USER],
            **more
        )

    def table_exists(self, schema_name, table_name):
        """Whether there is such a table; without a schema, in the database of the connection."""
        return super().table_exists(schema_name or self.settings.get("database"), table_name)

    def _connect(self):
        return load_first_package(_DRIVERS, "connect to MySQL").connect(**self.settings)
