"""Tables without pandas: every type to Parquet and back, queries, files."""

import datetime
import decimal
import os
import pickle
import tempfile
import unittest
import uuid

from pipewright import Table
from pipewright.duckdb.connection import DuckDBError
from pipewright.runner.storage import Store
from pipewright.tables.names import DuplicateColumnError
from pipewright.tables.tagged import UnstorableCellError

UTC = datetime.timezone.utc

# what is meant: (the column's type in Parquet, its cells)
COLUMNS = {
    "whole numbers": ("BIGINT", [1, None, -(2**63)]),
    "floats": ("DOUBLE", [1.5, None, float("inf")]),
    "text": ("VARCHAR", ["", None, "ä中😀\0 and more than twelve bytes"]),
    "truths": ("BOOLEAN", [True, None, False]),
    "dates": ("DATE", [datetime.date(1, 1, 1), None, datetime.date(9999, 12, 31)]),
    "datetimes": ("TIMESTAMP", [datetime.datetime(1, 1, 1), None, datetime.datetime(9999, 12, 31, 23, 59, 59, 999999)]),
    "UTC datetimes": ("TIMESTAMP WITH TIME ZONE", [datetime.datetime(2024, 1, 2, tzinfo=UTC), None]),
    "times": ("TIME", [datetime.time(1, 2, 3, 4), None]),
    "bytes": ("BLOB", [b"", None, b"\0\xff" * 20]),
    "decimals": ("DECIMAL(18,2)", [decimal.Decimal("1.25"), None, decimal.Decimal("-7.50")]),
    "wide decimals": ("DECIMAL(30,5)", [decimal.Decimal("-1234567890123456789012345.00001"), None]),
    "lists": ("BIGINT[]", [[1, None], None, []]),
    "structs": ('STRUCT("a" BIGINT, "b" VARCHAR[])', [{"a": 1, "b": ["x"]}, None, {"a": None, "b": []}]),
    "lists of structs": ('STRUCT("k" DOUBLE)[]', [[{"k": 1.5}], None, [{"k": None}, {"k": 2.5}]]),
    "nothing": ("VARCHAR", [None, None]),
    "wide whole numbers": ("DECIMAL(38,0)", [2**70, None, -1]),
    "very wide whole numbers": ("VARCHAR", [10**50, None]),
    "timedeltas": ("BIGINT", [datetime.timedelta(days=-1, microseconds=1), None]),
    "odd decimals": ("VARCHAR", [decimal.Decimal("Infinity"), None]),
    "dicts of different shapes": ("JSON", [{"a": 1}, None, {"b": (1, 2)}]),
    "mixed": ("JSON", [1, "x", None, 2.5, datetime.date(2024, 1, 2)]),
    "uuids": ("JSON", [uuid.UUID(int=7), None]),
}


def stored(table):
    """The table that the next block gets."""
    folder = tempfile.mkdtemp()
    store = Store()
    store.write(folder, "output_0", table)
    return store.read_back(folder, "output_0")


class Columns(unittest.TestCase):
    def test_every_column_comes_back_as_it_was(self):
        for name, (column_type, values) in COLUMNS.items():
            with self.subTest(name):
                table = stored(Table.from_rows([[value] for value in values], columns=["c"]))
                self.assertEqual(table.types, {"c": column_type})
                back = [row["c"] for row in table]
                self.assertEqual([(type(v), v) for v in back], [(type(v), v) for v in values])

    def test_many_rows_come_back(self):
        rows = [
            {"i": i, "s": "text %d" % i if i % 7 else None, "l": [i, None] if i % 5 else None} for i in range(10_000)
        ]
        self.assertEqual(stored(Table.from_rows(rows)).to_rows(), rows)

    def test_a_table_that_passes_through_keeps_its_cells(self):
        rows = [{"c": {"a": (1,)}}, {"c": 2.5}]
        self.assertEqual(stored(stored(Table.from_rows(rows))).to_rows(), rows)

    def test_types_that_only_sql_makes_can_be_read(self):
        made = Table.from_rows([[1]], columns=["x"]).sql(
            "SELECT 1::HUGEINT << 100 AS huge, 'x'::ENUM('a', 'x') AS word, MAP {'a': 1} AS map, INTERVAL 3 DAYS AS days, "
            "[1, 2]::INTEGER[2] AS pair, TIMESTAMP_NS '2024-01-02 03:04:05.123456789' AS nanos, "
            "uuid '00112233-4455-6677-8899-aabbccddeeff' AS id, DATE 'infinity' AS never, NULL AS nothing FROM this"
        )
        self.assertEqual(
            made.to_rows(),
            [
                {
                    "huge": 2**100,
                    "word": "x",
                    "map": {"a": 1},
                    "days": datetime.timedelta(days=3),
                    "pair": [1, 2],
                    "nanos": datetime.datetime(2024, 1, 2, 3, 4, 5, 123456),
                    "id": uuid.UUID("00112233-4455-6677-8899-aabbccddeeff"),
                    "never": "infinity",
                    "nothing": None,
                }
            ],
        )


class Making(unittest.TestCase):
    def test_rows_may_lack_columns(self):
        table = Table.from_rows([{"a": 1}, {"b": "x"}])
        self.assertEqual(table.to_rows(), [{"a": 1, "b": None}, {"a": None, "b": "x"}])

    def test_whole_numbers_among_floats_become_floats(self):
        self.assertEqual(Table.from_rows([{"a": 1}, {"a": 2.5}]).types, {"a": "DOUBLE"})

    def test_a_table_may_be_empty(self):
        table = stored(Table.from_rows([], columns=["a", "b"]))
        self.assertEqual((table.columns, len(table), table.to_rows()), (["a", "b"], 0, []))

    def test_a_table_needs_columns(self):
        with self.assertRaisesRegex(ValueError, "at least one column"):
            Table.from_rows([])

    def test_a_repeated_name_is_refused(self):
        with self.assertRaisesRegex(DuplicateColumnError, '"a"'):
            Table.from_rows([[1, 2]], columns=["a", "a"])

    def test_a_value_that_cannot_be_kept_is_named_with_its_column(self):
        with self.assertRaisesRegex(UnstorableCellError, 'column "a" holds a value of type builtins.object'):
            Table.from_rows([{"a": object()}])

    def test_csv_is_read_with_its_types_or_as_asked(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "an [odd] name.csv")
            with open(path, "w", encoding="utf-8") as file:
                file.write("day;rain\n2024-01-02;1.5\n2024-01-03;\n")
            table = Table.read_csv(path)
            self.assertEqual(table.types, {"day": "DATE", "rain": "DOUBLE"})
            self.assertEqual(table.to_rows()[1], {"day": datetime.date(2024, 1, 3), "rain": None})
            self.assertEqual(
                Table.read_csv(path, all_varchar=True, delim=";").types, {"day": "VARCHAR", "rain": "VARCHAR"}
            )

    def test_files_that_were_written_are_read_back(self):
        table = Table.from_rows([{"a": 1, "b": "x"}])
        with tempfile.TemporaryDirectory() as folder:
            table.to_csv(os.path.join(folder, "t.csv"))
            table.to_parquet(os.path.join(folder, "t [1].parquet"))
            self.assertEqual(Table.read_csv(os.path.join(folder, "t.csv")).to_rows(), table.to_rows())
            self.assertEqual(Table.read_parquet(os.path.join(folder, "t [1].parquet")).to_rows(), table.to_rows())


class Querying(unittest.TestCase):
    def test_a_query_sees_this_and_the_named_tables(self):
        rain = Table.from_rows([{"city": "Bern", "mm": 3}, {"city": "Rome", "mm": 1}])
        land = Table.from_rows([{"city": "Bern", "land": "CH"}])
        joined = rain.sql("SELECT land, mm FROM this JOIN land USING (city)", land=land)
        self.assertEqual(joined.to_rows(), [{"land": "CH", "mm": 3}])

    def test_a_result_can_be_queried_again(self):
        numbers = Table.from_rows([{"i": i} for i in range(10)])
        self.assertEqual(
            numbers.sql("FROM this WHERE i > 6").sql("SELECT sum(i)::BIGINT AS s FROM this").to_rows(), [{"s": 24}]
        )

    def test_columns_that_a_query_leaves_alone_keep_their_cells(self):
        table = Table.from_rows([{"k": 1, "c": {"a": (1,)}}, {"k": 2, "c": "x"}])
        self.assertEqual(table.sql("SELECT c FROM this ORDER BY k DESC").to_rows(), [{"c": "x"}, {"c": {"a": (1,)}}])

    def test_a_wrong_query_is_an_error(self):
        with self.assertRaisesRegex(DuckDBError, "rian"):
            Table.from_rows([{"rain": 1}]).sql("SELECT rian FROM this")

    def test_it_prints_as_a_small_table(self):
        table = Table.from_rows([{"city": "Bern", "mm": 3}, {"city": None, "mm": 12}])
        self.assertEqual(repr(table), "city  mm\nBern  3\n      12\n[2 rows x 2 columns]")

    def test_it_can_be_pickled(self):
        table = Table.from_rows([{"a": 1, "c": [(1,)]}])
        self.assertEqual(pickle.loads(pickle.dumps(table)).to_rows(), table.to_rows())


if __name__ == "__main__":
    unittest.main()
