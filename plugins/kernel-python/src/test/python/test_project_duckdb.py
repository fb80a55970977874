"""DuckDB's files as blocks use them, without the package duckdb."""

import datetime
import decimal
import os
import tempfile
import unittest
from unittest import mock

from mage_ai.io.duckdb import DuckDB
from pipewright.duckdb.connection import DuckDBError
from pipewright.duckdb.literals import filled, literal

CELLS = {
    "x1": 1, "x2": 1.5, "x3": "o'clock ?", "x4": True, "x5": None, "x6": datetime.date(2024, 1, 5),
    "x7": datetime.datetime(2024, 1, 5, 6, 7, 8, 9), "x8": datetime.time(6, 7), "x9": b"\x00'\xff",
    "x10": decimal.Decimal("1.2500000000"), "x11": 1 << 40,
}  # fmt: skip


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        patch = mock.patch.dict(os.environ, {"MAGE_RUNTIME__REPO_PATH": self.folder})
        patch.start()
        self.addCleanup(patch.stop)

    def open(self, **more):
        return DuckDB("shop.duckdb", verbose=False, **more)

    def test_keep_every_kind_of_cell(self):
        with self.open() as database:
            database.export([CELLS], "core", "Cells")
        with self.open() as database:
            self.assertEqual(database.load("SELECT * FROM core.cells").to_rows(), [CELLS])
        self.assertTrue(os.path.exists(os.path.join(self.folder, "shop.duckdb")))

    def test_keep_the_old_table_when_an_export_fails(self):
        with self.open() as database:
            database.export([{"x1": 1}], None, "t1")
            with self.assertRaises(DuckDBError):
                database.export([{"x2": 2}], None, "t1")
            self.assertEqual(database.load("SELECT * FROM t1").to_rows(), [{"x1": 1}])

    def test_keep_statements_at_once(self):
        with self.open() as database:
            database.execute("CREATE TABLE t1 (x1 INTEGER)")
            database.execute("INSERT INTO t1 VALUES (?), (?)", [1, None])
        with self.open() as database:
            self.assertEqual(database.load("SELECT * FROM t1 -- ?", limit=1).to_rows(), [{"x1": 1}])

    def test_are_waited_for_while_another_process_has_them(self):
        busy = DuckDBError("IO Error: Could not set lock on file")
        with mock.patch("mage_ai.io.duckdb.time.sleep"):
            with mock.patch("mage_ai.io.duckdb.FileConnection", side_effect=[busy, busy, mock.DEFAULT]):
                self.open().open()
            clock = mock.patch("mage_ai.io.duckdb.time.monotonic", side_effect=[0, 29, 31])
            with clock, mock.patch("mage_ai.io.duckdb.FileConnection", side_effect=busy):
                self.assertRaises(DuckDBError, self.open().open)

    def test_that_are_none_say_so(self):
        with open(os.path.join(self.folder, "shop.duckdb"), "w", encoding="utf-8") as file:
            file.write("no database" * 1000)
        with self.assertRaisesRegex(DuckDBError, "could not open .*shop.duckdb: .*not a valid DuckDB"):
            self.open().open()


class Literals(unittest.TestCase):
    def test_fill_only_what_is_a_place(self):
        statement = """SELECT ?, 'a ? ''?', "b?" /* ? */ -- ?\n, ?"""
        self.assertEqual(filled(statement, [1, "x"]), """SELECT 1, 'a ? ''?', "b?" /* ? */ -- ?\n, 'x'""")

    def test_must_be_as_many_as_places(self):
        with self.assertRaisesRegex(ValueError, r"2 places for values \(\?\), but 1 values"):
            filled("SELECT ?, ?", [1])
        with self.assertRaisesRegex(ValueError, r"0 places for values \(\?\), but 1 values"):
            filled("SELECT 1", [1])

    def test_are_of_known_types(self):
        self.assertEqual(literal(float("-inf")), "'-inf'::DOUBLE")
        with self.assertRaisesRegex(TypeError, "type object cannot"):
            literal(object())


if __name__ == "__main__":
    unittest.main()
