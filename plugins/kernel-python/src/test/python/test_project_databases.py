"""Databases as blocks use them, on SQLite; and what other databases are told."""

import datetime
import decimal
import os
import tempfile
import unittest
from unittest import mock

from mage_ai.io.column_names import clean_name
from mage_ai.io.config import ConfigFileLoader
from mage_ai.io.duckdb import DuckDB
from mage_ai.io.mysql import MySQL
from mage_ai.io.postgres import Postgres
from mage_ai.io.redshift import Redshift
from mage_ai.io.snowflake import Snowflake
from mage_ai.io.sqlite import SQLite

PEOPLE = [{"Full Name": "Ann", "age": 3, "select": 1.5}, {"Full Name": None, "age": 4}]


class Sqlite(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        patch = mock.patch.dict(os.environ, {"MAGE_RUNTIME__REPO_PATH": self.folder})
        patch.start()
        self.addCleanup(patch.stop)

    def export(self, *arguments, **options):
        with SQLite("shop.db", verbose=False) as database:
            database.export(*arguments, **options)

    def rows(self, query="SELECT * FROM people"):
        with SQLite("shop.db", verbose=False) as database, database.cursor() as cursor:
            return cursor.execute(query).fetchall()

    def test_makes_a_table_with_clean_names(self):
        self.export(PEOPLE, None, "people")
        self.assertEqual(self.rows(), [("Ann", 3, 1.5), (None, 4, None)])
        columns = [(name, kind) for _, name, kind, *_ in self.rows("PRAGMA table_info(people)")]
        self.assertEqual(columns, [("full_name", "TEXT"), ("age", "INTEGER"), ("_select", "REAL")])

    def test_keeps_names_on_request(self):
        self.export(PEOPLE, None, "people", auto_clean_name=False)
        self.assertEqual([row[1] for row in self.rows("PRAGMA table_info(people)")], ["Full Name", "age", "select"])

    def test_replaces_appends_or_fails(self):
        self.export([{"a": 1}], None, "people")
        self.export([{"a": 2}], None, "people", if_exists="append")
        self.assertEqual(self.rows(), [(1,), (2,)])
        self.export([{"a": 3}], None, "people")
        self.assertEqual(self.rows(), [(3,)])
        self.export([{"b": 4}], None, "people", if_exists="replace", drop_table_on_replace=True)
        self.assertEqual(self.rows(), [(4,)])
        with self.assertRaisesRegex(ValueError, 'Table "people" already exists'):
            self.export([{"b": 4}], None, "people", if_exists="fail")

    def test_keeps_the_old_table_when_an_export_fails(self):
        self.export([{"a": 1}], None, "people")
        with self.assertRaises(Exception):
            self.export([{"other": 2}], None, "people")
        self.assertEqual(self.rows(), [(1,)])

    def test_updates_or_ignores_rows_with_known_keys(self):
        keys = {"unique_constraints": ["Id"], "if_exists": "append"}
        self.export([{"Id": 1, "v": "a"}, {"Id": 2, "v": "b"}], None, "people", **keys)
        self.export([{"Id": 1, "v": "x"}], None, "people", unique_conflict_method="UPDATE", **keys)
        self.export([{"Id": 2, "v": "y"}], None, "people", unique_conflict_method="IGNORE", **keys)
        self.assertEqual(self.rows(), [(1, "x"), (2, "b")])

    def test_writes_many_rows(self):
        self.export([{"n1": i, "t1": str(i)} for i in range(25_001)], None, "people")
        self.assertEqual(self.rows("SELECT count(*), sum(n1), max(length(t1)) FROM people"), [(25_001, 312512500, 5)])

    def test_writes_every_kind_of_cell(self):
        cells = {
            "t": datetime.datetime(2024, 1, 5, 6, 7, 8),
            "d": datetime.date(2024, 1, 5),
            "n": decimal.Decimal("1.50"),
            "b": b"x",
            "j": {"k": [1]},
            "f": float("nan"),
            "y": True,
            "o": object,
        }
        self.export([cells], None, "people")
        expected = ("2024-01-05 06:07:08", "2024-01-05", 1.5, b"x", '{"k": [1]}', None, 1, "<class 'object'>")
        self.assertEqual(self.rows(), [expected])

    def test_writes_what_a_query_gives(self):
        self.export([{"n1": 1}, {"n1": 2}], None, "people")
        self.export(None, None, "older", query_string="SELECT n1 + 1 AS n2 FROM people;")
        self.assertEqual(self.rows("SELECT * FROM older"), [(2,), (3,)])

    def test_loads_rows(self):
        self.export(PEOPLE, None, "people")
        with SQLite("shop.db", verbose=False) as database:
            table = database.load("SELECT * FROM people ORDER BY age DESC;", limit=1)
            filtered = database.load("SELECT age FROM people WHERE age > ?", params=[3])
        self.assertEqual((len(table), list(table.columns)), (1, ["full_name", "age", "_select"]))
        self.assertEqual(len(filtered), 1)

    def test_keeps_what_is_committed(self):
        with SQLite("shop.db", verbose=False) as database:
            database.execute("CREATE TABLE people (a INTEGER)")
            database.execute("INSERT INTO people VALUES (?)", [1])
            database.commit()
            database.execute("INSERT INTO people VALUES (2)")
        self.assertEqual(self.rows(), [(1,)])

    def test_says_when_it_is_not_open(self):
        with self.assertRaisesRegex(ConnectionError, "no open connection to SQLite"):
            SQLite("shop.db").load("SELECT 1")

    def test_is_named_in_a_profile(self):
        path = os.path.join(self.folder, "io_config.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("default:\n  SQLITE_DATABASE: shop.db\n")
        self.export([{"a": 1}], None, "people")
        with SQLite.with_config(ConfigFileLoader(path, "default")) as database:
            self.assertTrue(database.table_exists(None, "PEOPLE"))

    def test_refuses_columns_that_would_be_one(self):
        with self.assertRaisesRegex(ValueError, "two columns would be called a_b"):
            self.export([{"a b": 1, "A-b": 2}], None, "people")


class Recorder:
    """A driver that writes down what it is told. found: answers to questions whether something is there."""

    def __init__(self, found):
        self.said = []
        self.found = list(found)

    def cursor(self):
        return self

    def execute(self, statement, values=None):
        self.said.append((statement, values) if values else statement)

    def fetchone(self):
        return (1,) if self.found.pop(0) else None

    def commit(self):
        self.said.append("commit")

    def rollback(self):
        self.said.append("rollback")

    def close(self):
        pass


class Statements(unittest.TestCase):
    def said(self, database, found, *arguments, **options):
        driver = Recorder(found)
        with mock.patch.object(type(database), "_connect", lambda self: driver), database:
            database.export(*arguments, verbose=False, **options)
        return [statement for statement in driver.said if "information_schema" not in str(statement)]

    def test_of_postgres(self):
        rows = [{"Id": 1, "data": {"k": 1}}]
        said = self.said(Postgres(), [False, False], rows, "Core", "Users", unique_constraints=["Id"])
        self.assertEqual(
            said,
            [
                'CREATE SCHEMA "core"',
                'CREATE TABLE "core"."users" ("id" BIGINT, "_data" JSONB, UNIQUE ("id"))',
                ('INSERT INTO "core"."users" ("id", "_data") VALUES (%s, %s)', [1, '{"k": 1}']),
                "commit",
            ],
        )
        said = self.said(
            Postgres(), [True, True], rows, "core", "users", if_exists="append",
            unique_constraints=["id"], unique_conflict_method="UPDATE",
        )  # fmt: skip
        self.assertTrue(said[0][0].endswith('ON CONFLICT ("id") DO UPDATE SET "_data" = EXCLUDED."_data"'), said)

    def test_of_mysql(self):
        rows = [{"k": "x", "v": datetime.datetime(2024, 1, 5, 7, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))}]
        keys = {"unique_constraints": ["k"], "unique_conflict_method": "UPDATE", "allow_reserved_words": True}
        said = self.said(MySQL(database="shop"), [False], rows, None, "users", **keys)
        self.assertEqual(
            said,
            [
                "CREATE TABLE `users` (`k` VARCHAR(255), `v` DATETIME(6), UNIQUE (`k`))",
                (
                    "INSERT INTO `users` (`k`, `v`) VALUES (%s, %s) ON DUPLICATE KEY UPDATE `k` = VALUES(`k`), `v` = VALUES(`v`)",
                    ["x", datetime.datetime(2024, 1, 5, 6)],
                ),
                "commit",
            ],
        )

    def test_of_redshift_and_snowflake_whose_tables_come_first(self):
        said = self.said(Redshift(), [True, True], [{"x1": 1}], "core.users")
        self.assertEqual(said, [('INSERT INTO "core"."users" ("x1") VALUES (%s)', [1]), "commit"])
        recorder = mock.patch.object(Recorder, "fetchall", lambda self: [], create=True)
        chained = mock.patch.object(Recorder, "execute", lambda self, s, v=None: self.said.append((s, v) if v else s) or self)
        with recorder, chained:
            said = self.said(Snowflake(), [True, False], [{"x1": 1}], "users", "shop", "core")
        self.assertEqual(
            said,
            [
                'USE DATABASE "SHOP"',
                'CREATE TABLE "CORE"."USERS" ("X1" BIGINT)',
                ('INSERT INTO "CORE"."USERS" ("X1") VALUES (%s)', [1]),
                "commit",
            ],
        )

    def test_of_duckdb_whose_export_is_one_transaction(self):
        rows = [{"x1": {"k": 1}, "x2": decimal.Decimal(1)}]
        self.assertEqual(
            self.said(DuckDB(schema="core"), [True, False], rows, None, "Users"),
            [
                "BEGIN TRANSACTION",
                'CREATE TABLE "core"."Users" ("x1" VARCHAR, "x2" DECIMAL(38, 10))',
                ('INSERT INTO "core"."Users" ("x1", "x2") VALUES (?, ?)', ['{"k": 1}', decimal.Decimal(1)]),
                "COMMIT",
            ],
        )

    def test_take_back_what_failed(self):
        driver = Recorder([True, True])
        database = Postgres()
        with mock.patch.object(Postgres, "_connect", lambda self: driver), database:
            with self.assertRaisesRegex(ValueError, '"core"."users" already exists'):
                database.export([{"x1": 1}], "core", "users", if_exists="fail")
        self.assertEqual(driver.said[-1], "rollback")


class Names(unittest.TestCase):
    def test_of_columns_are_cleaned_like_those_of_sql_blocks(self):
        cleaned = {"Upper Case": "upper_case", "name": "_name", "2024": "letter_2024", "ä-b": "ä_b", "x$y": "xy"}
        self.assertEqual({name: clean_name(name) for name in cleaned}, cleaned)
        self.assertEqual(clean_name("Name", allow_reserved_words=True, case_sensitive=True), "Name")


if __name__ == "__main__":
    unittest.main()
