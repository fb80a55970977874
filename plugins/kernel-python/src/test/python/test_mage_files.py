"""Files and databases as blocks use them, with pandas."""

import os
import tempfile
import unittest
from unittest import mock

try:
    import pandas
except ImportError:
    raise unittest.SkipTest("needs pandas") from None

from mage_ai.io.file import FileIO
from mage_ai.io.packages import PackageMissingError
from mage_ai.io.sqlite import SQLite
from mage_ai.io.table_values import Columns

FRAME = pandas.DataFrame({"n": [1, 2, 3], "f": [1.5, None, 2.0], "t": ["x", "é", None]})


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.files = FileIO(verbose=False)

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_keep_a_table_in_each_format(self):
        for name, options in {"a.csv": {"index": False}, "a.json": {"orient": "records"}, "a.parquet": {}, "a.jsonl": {}}.items():
            with self.subTest(name):
                self.files.export(FRAME, self.path(name), **options)
                loaded = self.files.load(self.path(name))
                pandas.testing.assert_frame_equal(loaded.where(loaded.notna(), None), FRAME.where(FRAME.notna(), None))
                self.assertEqual(len(self.files.load(self.path(name), limit=2)), 2)

    def test_take_the_options_of_pandas(self):
        self.files.export(FRAME, self.path("a.csv"), sep=";", index=False)
        self.assertEqual(self.files.load(self.path("a.csv"), sep=";", usecols=["t"]).columns.tolist(), ["t"])

    def test_keep_the_index_in_a_csv_file_unless_told_otherwise(self):
        self.files.export(FRAME, self.path("a.csv"))
        with open(self.path("a.csv"), encoding="utf-8") as file:
            self.assertEqual(file.readline(), ",n,f,t\n")

    def test_of_some_folders_become_one_table(self):
        for name in ("b.csv", "a.csv"):
            self.files.export(pandas.DataFrame({"name": [name]}), self.path(name), index=False)
        loaded = self.files.load(file_directories=[self.folder])
        self.assertEqual(loaded["name"].tolist(), ["a.csv", "b.csv"])

    def test_say_which_package_they_need(self):
        with mock.patch.dict("sys.modules", {"openpyxl": None}):
            with self.assertRaisesRegex(PackageMissingError, "Cannot write xlsx files: the package openpyxl is not installed"):
                self.files.export(FRAME, self.path("a.xlsx"))

    def test_take_other_tables(self):
        self.files.export([{"n": 1}], self.path("a.csv"), index=False)
        self.assertEqual(self.files.load(self.path("a.csv")).to_dict("list"), {"n": [1]})


class Values(unittest.TestCase):
    def test_of_every_column_type(self):
        frame = pandas.DataFrame(
            {
                "int": [1, 2],
                "nullable": pandas.array([1, None], dtype="Int64"),
                "float": [1.0, None],
                "time": pandas.to_datetime(["2024-01-05 06:00", None]),
                "zoned": pandas.to_datetime(["2024-01-05 06:00", None], utc=True),
                "span": pandas.to_timedelta([1, None], unit="s"),
                "category": pandas.Categorical(["x", None]),
                "empty": pandas.to_datetime([None, None]),
                "nothing": [None, None],
            }
        )
        columns = Columns.of(frame)
        self.assertEqual(
            columns.kinds,
            ["integer", "integer", "float", "timestamp", "timestamptz", "integer", "text", "timestamp", "text"],
        )
        first = [type(values[0]).__module__ for values in columns.values]
        self.assertEqual(set(first), {"builtins", "datetime"})
        self.assertEqual([values[1] for values in columns.values[1:]], [None] * 8)

    def test_may_begin_with_the_index(self):
        columns = Columns.of(pandas.DataFrame({"a": [1]}, index=pandas.Index([7], name="key")), index=True)
        self.assertEqual((columns.names, list(columns.rows())), (["key", "a"], [(7, 1)]))

    def test_go_through_a_database(self):
        with SQLite(os.path.join(tempfile.mkdtemp(), "x.db"), verbose=False) as database:
            database.export(FRAME, None, "table_1", index=False)
            loaded = database.load("SELECT * FROM table_1")
        self.assertEqual(loaded.columns.tolist(), ["n", "f", "t"])
        self.assertEqual(loaded["n"].tolist(), [1, 2, 3])


if __name__ == "__main__":
    unittest.main()
