"""Google BigQuery, through google-cloud-bigquery."""

from itertools import islice

from mage_ai.io.base import QUERY_ROW_LIMIT, ExportWritePolicy
from mage_ai.io.google_credentials import credentials, from_config
from mage_ai.io.packages import load_package
from mage_ai.io.table_values import to_table

_PURPOSE = "use BigQuery"
_SCOPES = ["https://www.googleapis.com/auth/drive", "https://www.googleapis.com/auth/bigquery"]
_DISPOSITIONS = {
    ExportWritePolicy.APPEND: "WRITE_APPEND",
    ExportWritePolicy.FAIL: "WRITE_EMPTY",
    ExportWritePolicy.REPLACE: "WRITE_TRUNCATE",
}


class BigQuery:
    """A client of the warehouse. There is no connection to open or close."""

    def __init__(self, credentials_mapping=None, path_to_credentials=None, verbose=True, **client):
        self._verbose = verbose
        bigquery = load_package("google.cloud.bigquery", "google-cloud-bigquery", _PURPOSE)
        client.setdefault("credentials", credentials(credentials_mapping, path_to_credentials, _SCOPES))
        self.client = bigquery.Client(**client)

    @classmethod
    def with_config(cls, config, **more):
        """With the settings `GOOGLE_…` of a loader, else with those of the environment."""
        return cls(**from_config(config), **more)

    def execute(self, query_string, **options):
        """Runs a statement and waits for it."""
        self.client.query(query_string.strip(), **options).result()

    def load(self, query_string, limit=QUERY_ROW_LIMIT, verbose=True, **options):
        """The rows that a query gives, at most `limit`."""
        result = self.client.query(query_string.strip(), **options).result()
        names = [field.name for field in result.schema]
        table = to_table(names, [tuple(row.values()) for row in islice(result, limit)])
        if self._verbose and verbose:
            print("BigQuery: loaded %d rows" % len(table))
        return table

    def export(self, df, table_id=None, if_exists=ExportWritePolicy.REPLACE, overwrite_types=None, **options):
        """Writes a DataFrame to the table `project.dataset.table` or `dataset.table`."""
        if not table_id or "." not in table_id:
            raise ValueError("export needs a table_id like project.dataset.table, not %r" % table_id)
        bigquery = load_package("google.cloud.bigquery", "google-cloud-bigquery", _PURPOSE)
        load_package("pyarrow", "pyarrow", "export to BigQuery")
        verbose = options.pop("verbose", True)
        options.setdefault("write_disposition", _DISPOSITIONS[ExportWritePolicy(if_exists)])
        job = bigquery.LoadJobConfig(**options)
        if overwrite_types:
            job.schema = [bigquery.SchemaField(name, kind) for name, kind in overwrite_types.items()]
        self.client.create_dataset(table_id.rpartition(".")[0], exists_ok=True)
        frame = df.rename(columns=lambda name: str(name).replace(" ", "_"))
        self.client.load_table_from_dataframe(frame, table_id, job_config=job).result()
        if self._verbose and verbose:
            print("BigQuery: exported %d rows to %s" % (len(df), table_id))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.close()
