"""The names of settings, and where the older layout of `io_config.yaml` keeps them."""

_WORDS = {
    "AIRTABLE": "ACCESS_TOKEN",
    "ALGOLIA": "APP_ID API_KEY INDEX_NAME",
    "AWS": "ACCESS_KEY_ID SECRET_ACCESS_KEY SESSION_TOKEN REGION ENDPOINT",
    "AZURE": "CLIENT_ID CLIENT_SECRET STORAGE_ACCOUNT_NAME TENANT_ID",
    "CHROMA": "COLLECTION PATH",
    "CLICKHOUSE": "DATABASE HOST INTERFACE PASSWORD PORT USERNAME",
    "DRUID": "HOST PASSWORD PATH PORT SCHEME USER",
    "DUCKDB": "DATABASE SCHEMA",
    "GOOGLE": "LOCATION SERVICE_ACC_KEY SERVICE_ACC_KEY_FILEPATH",
    "MONGODB": "COLLECTION CONNECTION_STRING DATABASE HOST PASSWORD PORT USER",
    "MOTHERDUCK": "TOKEN",
    "MSSQL": "AUTHENTICATION DATABASE DRIVER HOST PASSWORD PORT SCHEMA USER",
    "MYSQL": "ALLOW_LOCAL_INFILE CONNECTION_METHOD DATABASE HOST PASSWORD PORT USER",
    "ORACLEDB": "HOST MODE PASSWORD PORT SERVICE USER",
    "PINOT": "HOST PASSWORD PATH PORT SCHEME USER",
    "POSTGRES": "CONNECTION_METHOD CONNECT_TIMEOUT DBNAME HOST PASSWORD PORT SCHEMA SSH_HOST SSH_PASSWORD SSH_PKEY"
    " SSH_PORT SSH_USERNAME USER",
    "QDRANT": "COLLECTION PATH",
    "REDSHIFT": "CLUSTER_ID DBNAME DBUSER HOST IAM_PROFILE PORT SCHEMA TEMP_CRED_PASSWORD TEMP_CRED_USER",
    "SNOWFLAKE": "ACCOUNT DEFAULT_DB DEFAULT_SCHEMA DEFAULT_WH PASSWORD PRIVATE_KEY_PASSPHRASE PRIVATE_KEY_PATH ROLE"
    " TIMEOUT USER",
    "SPARK": "CLUSTER DRIVER ENDPOINT HOST METHOD ORGANIZATION PORT SCHEMA SERVER_SIDE_PARAMETERS TOKEN USER",
    "SQLITE": "DATABASE",
    "TRINO": "CATALOG HOST PASSWORD PORT SCHEMA USER",
    "WEAVIATE": "COLLECTION ENDPOINT INFERENCE_API_KEY INSTANCE_API_KEY",
}

KEYS = tuple("%s_%s" % (prefix, word) for prefix, words in _WORDS.items() for word in words.split())

# Headings of the older layout, in small letters without spaces, and the names below them that differ from the key's end.
_HEADINGS = {
    "aws": ("AWS", {}),
    "bigquery": (
        "GOOGLE",
        {"credentials_mapping": "SERVICE_ACC_KEY", "path_to_credentials": "SERVICE_ACC_KEY_FILEPATH"},
    ),
    "clickhouse": ("CLICKHOUSE", {}),
    "druid": ("DRUID", {}),
    "duckdb": ("DUCKDB", {}),
    "mongodb": ("MONGODB", {}),
    "mssql": ("MSSQL", {}),
    "mysql": ("MYSQL", {}),
    "pinot": ("PINOT", {}),
    "postgresql": ("POSTGRES", {"database": "DBNAME"}),
    "redshift": (
        "REDSHIFT",
        {
            "cluster_identifier": "CLUSTER_ID",
            "database": "DBNAME",
            "db_user": "DBUSER",
            "password": "TEMP_CRED_PASSWORD",
            "profile": "IAM_PROFILE",
            "user": "TEMP_CRED_USER",
        },
    ),
    "snowflake": (
        "SNOWFLAKE",
        {"database": "DEFAULT_DB", "schema": "DEFAULT_SCHEMA", "warehouse": "DEFAULT_WH"},
    ),
    "spark": ("SPARK", {}),
    "sqlite": ("SQLITE", {}),
    "trino": ("TRINO", {}),
}


def flat(profile):
    """A profile with all its settings under their flat names (`POSTGRES_HOST`), whichever layout it is in."""
    settings = dict(profile)
    for name, section in profile.items():
        _add_section(settings, str(name), section)
    return settings


def _add_section(settings, name, section):
    heading = _HEADINGS.get(name.lower().replace(" ", ""))
    if heading is None or not isinstance(section, dict):
        return
    prefix, names = heading
    for key, value in section.items():
        if isinstance(value, dict) and str(key).lower() in _HEADINGS:
            _add_section(settings, str(key), value)
        else:
            settings.setdefault("%s_%s" % (prefix, names.get(key, str(key).upper())), value)
