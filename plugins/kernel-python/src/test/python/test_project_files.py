"""Files and stores as blocks use them, without pandas."""

import os
import sys
import tempfile
import types
import unittest
from unittest import mock

from mage_ai.io.base import FileFormat
from mage_ai.io.bigquery import BigQuery
from mage_ai.io.file import FileIO
from mage_ai.io.google_cloud_storage import GoogleCloudStorage
from mage_ai.io.packages import PackageMissingError
from mage_ai.io.s3 import S3

ROWS = [{"n": 1, "t": "x"}, {"n": 2, "t": "é"}]


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.files = FileIO(verbose=False)

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_keep_a_table_in_each_format(self):
        for name in ("table.csv", "table.json", "table.parquet", "table.jsonl", "table.CSV"):
            with self.subTest(name):
                self.files.export(ROWS, self.path(name))
                self.assertEqual(self.files.load(self.path(name)).to_rows(), ROWS)
                self.assertEqual(self.files.load(self.path(name), limit=1).to_rows(), ROWS[:1])

    def test_may_have_any_name(self):
        self.files.export(ROWS, self.path("table"), FileFormat.CSV)
        self.assertEqual(self.files.load(self.path("table"), format="csv").to_rows(), ROWS)
        self.assertTrue(self.files.exists(self.path("table")))
        self.assertFalse(self.files.exists(self.path("absent")))

    def test_need_a_format(self):
        with self.assertRaisesRegex(ValueError, "format of .*table: its name has no ending. Say format="):
            self.files.export(ROWS, self.path("table"))
        with self.assertRaisesRegex(ValueError, "'doc' is not known"):
            self.files.load("x.doc")

    def test_need_pandas_for_more(self):
        with self.assertRaisesRegex(PackageMissingError, "read a file in the format xml: the package pandas is not"):
            self.files.load(self.path("table.xml"))
        with self.assertRaisesRegex(PackageMissingError, "write a file with the options sep: the package pandas is not"):
            self.files.export(ROWS, self.path("table.csv"), sep=";")


class Bucket:
    """Stands in for the clients of object stores: keeps objects by bucket and key."""

    def __init__(self, **settings):
        self.settings = settings
        self.objects = {}

    def download_file(self, bucket, key, path):
        with open(path, "wb") as file:
            file.write(self.objects[bucket, key])

    def upload_file(self, path, bucket, key):
        with open(path, "rb") as file:
            self.objects[bucket, key] = file.read()

    def list_objects_v2(self, **question):
        found = [key for bucket, key in self.objects if bucket == question["Bucket"] and key.startswith(question["Prefix"])]
        return {"KeyCount": len(found)}

    def bucket(self, bucket):
        return types.SimpleNamespace(blob=lambda key: self.blob(bucket, key))

    def blob(self, bucket, key):
        return types.SimpleNamespace(
            download_to_filename=lambda path: self.download_file(bucket, key, path),
            upload_from_filename=lambda path: self.upload_file(path, bucket, key),
        )

    def list_blobs(self, bucket, prefix, max_results):
        return [key for _, key in self.objects if key.startswith(prefix)][:max_results]


def module(**content):
    made = types.ModuleType("made")
    made.__dict__.update(content)
    return made


class Stores(unittest.TestCase):
    def check(self, store):
        store.export(ROWS, "bucket", "folder/table.parquet")
        self.assertEqual(store.load("bucket", "folder/table.parquet").to_rows(), ROWS)
        self.assertTrue(store.exists("bucket", "folder/"))
        self.assertFalse(store.exists("bucket", "absent"))

    def test_s3(self):
        boto3 = module(client=lambda service, **settings: Bucket(service=service, **settings))
        with mock.patch.dict(sys.modules, {"boto3": boto3}):
            store = S3.with_config(_Config(AWS_REGION="eu", AWS_ENDPOINT="http://s3"), verbose=False)
            self.assertEqual(store.client.settings, {"service": "s3", "region_name": "eu", "endpoint_url": "http://s3"})
            self.check(store)

    def test_google_cloud_storage(self):
        account = module(Credentials=types.SimpleNamespace(from_service_account_file=lambda path, scopes: ("key of", path)))
        modules = {"google.cloud.storage": module(Client=Bucket), "google.oauth2.service_account": account}
        with mock.patch.dict(sys.modules, modules):
            store = GoogleCloudStorage.with_config(_Config(GOOGLE_SERVICE_ACC_KEY_FILEPATH="key.json"), verbose=False)
            self.assertEqual(store.client.settings, {"credentials": ("key of", "key.json")})
            self.check(store)

    def test_bigquery(self):
        class Client:
            def __init__(self, credentials):
                self.queries = []

            def query(self, query):
                self.queries.append(query)
                return self

            def result(self):
                return _Rows(ROWS)

        with mock.patch.dict(sys.modules, {"google.cloud.bigquery": module(Client=Client)}):
            warehouse = BigQuery.with_config(_Config(), verbose=False)
            self.assertEqual(warehouse.load(" SELECT * FROM d.t ", limit=1).to_rows(), ROWS[:1])
            warehouse.execute("DELETE FROM d.t")
        self.assertEqual(warehouse.client.queries, ["SELECT * FROM d.t", "DELETE FROM d.t"])

    def test_without_their_package(self):
        absent = {"boto3": None, "google.cloud.storage": None, "google.cloud.bigquery": None}
        with mock.patch.dict(sys.modules, absent):
            for store, package in ((S3, "boto3"), (GoogleCloudStorage, "google-cloud-storage"), (BigQuery, "google-cloud-bigquery")):
                with self.assertRaisesRegex(PackageMissingError, "pip install %s" % package):
                    store()


class _Config(dict):
    def __missing__(self, key):
        return None

    def __contains__(self, key):
        return self[key] is not None


class _Rows(list):
    schema = [types.SimpleNamespace(name=name) for name in ROWS[0]]


if __name__ == "__main__":
    unittest.main()
