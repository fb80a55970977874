"""Amazon Redshift, through redshift_connector."""

from mage_ai.io.base import ExportWritePolicy
from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_package
from mage_ai.io.sql import BaseSQL
from mage_ai.io.sql_dialects import Dialect

_TYPES = {"bytes": "VARBYTE", "json": "VARCHAR(65535)", "text": "VARCHAR(65535)"}
_IAM = {
    "cluster_identifier": ConfigKey.REDSHIFT_CLUSTER_ID,
    "db_user": ConfigKey.REDSHIFT_DBUSER,
    "profile": ConfigKey.REDSHIFT_IAM_PROFILE,
}
_PASSWORD = {
    "host": ConfigKey.REDSHIFT_HOST,
    "user": ConfigKey.REDSHIFT_TEMP_CRED_USER,
    "password": ConfigKey.REDSHIFT_TEMP_CRED_PASSWORD,
}


class Redshift(BaseSQL):
    """A connection to a cluster."""

    dialect = Dialect(_TYPES, fold=str.lower)

    def __init__(self, verbose=True, schema=None, **settings):
        super().__init__(verbose, **settings)
        self._schema = schema

    @classmethod
    def with_config(cls, config, database=None, **more):
        """With the settings `REDSHIFT_…` of a loader: a cluster with an IAM profile, or a host with a password."""
        for ways, fixed in ((_IAM, {"iam": True}), (_PASSWORD, {"port": config[ConfigKey.REDSHIFT_PORT]})):
            if all(key in config for key in ways.values()):
                return cls(
                    database=database or config[ConfigKey.REDSHIFT_DBNAME],
                    schema=config[ConfigKey.REDSHIFT_SCHEMA],
                    access_key_id=config[ConfigKey.AWS_ACCESS_KEY_ID],
                    secret_access_key=config[ConfigKey.AWS_SECRET_ACCESS_KEY],
                    session_token=config[ConfigKey.AWS_SESSION_TOKEN],
                    region=config[ConfigKey.AWS_REGION],
                    **{name: config[key] for name, key in ways.items()},
                    **fixed,
                    **more
                )
        raise ValueError(
            "The profile names no Redshift cluster: set %s, or %s."
            % tuple(", ".join(key.value for key in ways.values()) for ways in (_IAM, _PASSWORD))
        )

    def settings_schema(self):
        """`REDSHIFT_SCHEMA`, else what the connection takes."""
        return self._schema

    def export(self, df, table_name=None, schema=None, if_exists=ExportWritePolicy.APPEND, **options):
        """As for other databases, but the table comes first, may carry its schema, and is appended to."""
        schema = options.pop("schema_name", None) or schema
        if not schema and table_name and "." in table_name:
            schema, table_name = table_name.split(".", 1)
        super().export(df, schema, table_name, if_exists=if_exists, **options)

    def _connect(self):
        package = load_package("redshift_connector", "redshift-connector", "connect to Redshift")
        return package.connect(**self.settings)
