"""The words that loading and exporting share."""

from enum import Enum

QUERY_ROW_LIMIT = 10_000_000


class DataSource(str, Enum):
    """Where data may come from."""

    API = "api"
    BIGQUERY = "bigquery"
    DUCKDB = "duckdb"
    FILE = "file"
    GOOGLE_CLOUD_STORAGE = "google_cloud_storage"
    MYSQL = "mysql"
    POSTGRES = "postgres"
    REDSHIFT = "redshift"
    S3 = "s3"
    SNOWFLAKE = "snowflake"
    SQLITE = "sqlite"


class FileFormat(str, Enum):
    """The kinds of files that are read and written."""

    CSV = "csv"
    EXCEL = "xlsx"
    HDF5 = "hdf5"
    JSON = "json"
    PARQUET = "parquet"
    XML = "xml"


class ExportWritePolicy(str, Enum):
    """What is done if the table is already there."""

    APPEND = "append"
    FAIL = "fail"
    REPLACE = "replace"
