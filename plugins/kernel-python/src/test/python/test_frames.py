"""What pandas hands to the next block, compared with what the next block gets. Needs pandas."""

import datetime
import decimal
import os
import tempfile
import unittest
import uuid

try:
    import numpy
    import pandas
except ImportError:
    raise unittest.SkipTest("pandas is not installed for this interpreter")

from pipewright.runner.storage import Store
from pipewright.tables.names import DuplicateColumnError
from pipewright.tables.tagged import UnstorableCellError

UTC = datetime.timezone.utc


def stored(value):
    """The value after one trip through a stored output."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store()
        store.write(folder, "output_0", value)
        return store.read_back(folder, "output_0")


def objects(*values):
    return pandas.Series(list(values), dtype="object")


COLUMNS = {
    "int64": pandas.Series([1, -(2**63)]),
    "int8": pandas.Series([1, -128], dtype="int8"),
    "uint64": pandas.Series([1, 2**64 - 1], dtype="uint64"),
    "float64 with nan and infinity": pandas.Series([1.5, float("nan"), float("inf")]),
    "float32": pandas.Series([1.5, float("nan")], dtype="float32"),
    "float16": pandas.Series([1.5, 2.5], dtype="float16"),
    "bool": pandas.Series([True, False]),
    "Int64": pandas.array([1, None, 2**62], dtype="Int64"),
    "UInt8": pandas.array([1, None], dtype="UInt8"),
    "Float64": pandas.array([1.5, None], dtype="Float64"),
    "boolean": pandas.array([True, None], dtype="boolean"),
    "boolean without missing": pandas.array([True, False], dtype="boolean"),
    "string": pandas.array(["x", None, "ä中😀\0"], dtype="string"),
    "text": objects("x", "", "a text of more than twelve bytes", None),
    "timestamps": pandas.Series(pandas.to_datetime(["2024-01-02 03:04:05.123456", None])),
    "timestamps to the nanosecond": pandas.Series(pandas.to_datetime(["2024-01-02 03:04:05.123456789", None])),
    "zoned timestamps": pandas.Series(pandas.to_datetime(["2024-07-02", None])).dt.tz_localize("Europe/Berlin"),
    "UTC timestamps": pandas.Series(pandas.to_datetime(["2024-07-02", None], utc=True)),
    "zoned timestamps to the nanosecond": pandas.Series(pandas.to_datetime([1, 2])).dt.tz_localize("Asia/Kolkata"),
    "timedeltas": pandas.Series(pandas.to_timedelta(["1 days 00:00:00.000000001", None])),
    "periods": pandas.Series(pandas.PeriodIndex(["2024-01", "NaT"], freq="M")),
    "categories": pandas.Categorical(["x", None, "y"], categories=["y", "x", "z"]),
    "ordered categories": pandas.Categorical(["x", "y"], ordered=True),
    "categories of numbers": pandas.Categorical([3, 1, 3]),
    "categories of intervals": pandas.cut(pandas.Series([1, 5, 9]), 3),
    "intervals": pandas.arrays.IntervalArray.from_tuples([(0, 1), (1, 2), (0, 1)]),
    "sparse": pandas.arrays.SparseArray([0, 0, 1]),
    "nothing but None": objects(None, None),
    "whole numbers and None": objects(1, None),
    "whole and other numbers": objects(1, 2.5),
    "truths and text": objects(True, "x", None),
    "truths and None": objects(True, None),
    "wide whole numbers": objects(2**70, -1, None),
    "very wide whole numbers": objects(10**50, None),
    "decimals": objects(decimal.Decimal("1.50"), None, decimal.Decimal("-12345678901234567890.25")),
    "odd decimals": objects(decimal.Decimal("NaN"), decimal.Decimal("Infinity")),
    "dates": objects(datetime.date(1, 1, 1), None, datetime.date(9999, 12, 31)),
    "times": objects(datetime.time(1, 2, 3, 4), None),
    "datetimes that pandas cannot hold": objects(datetime.datetime(1, 1, 1), None),
    "Timestamps and None": objects(pandas.Timestamp("2024-01-02"), None),
    "Timestamps and text": objects(pandas.Timestamp("2024-01-02", tz="Europe/Berlin"), "x"),
    "datetime.timedelta": objects(datetime.timedelta(days=-1, microseconds=1), None),
    "bytes": objects(b"x\0", b"", None),
    "uuids": objects(uuid.UUID(int=1), None),
    "dicts of one shape": objects({"a": 1, "b": ["x", None]}, None, {"a": 2, "b": []}),
    "dicts of different shapes": objects({"a": 1}, {"b": 1.0}, {}),
    "dicts with keys that are no text": objects({1: "x", (1, 2): None}, {"$date": "no date"}),
    "lists": objects([1, 2], [], None, [3]),
    "lists of different things": objects([1, "x", 2.5, None, [True]]),
    "tuples and sets": objects((1, 2), {3}, frozenset([4])),
    "dates inside lists": objects([datetime.date(2024, 1, 2)], [datetime.datetime(2024, 1, 2, tzinfo=UTC)]),
    "not-a-number inside dicts": objects({"a": float("inf")}, {"a": None}),
}


class StoredColumns(unittest.TestCase):
    def test_every_column_comes_back_as_it_was(self):
        for name, column in COLUMNS.items():
            with self.subTest(name):
                frame = pandas.DataFrame({"c": column})
                back = stored(frame)
                pandas.testing.assert_frame_equal(back, frame)
                self.assertEqual([type(v) for v in back["c"]], [type(v) for v in frame["c"]])

    def test_missing_values_of_text_are_none(self):
        back = stored(pandas.DataFrame({"c": objects("x", float("nan"), pandas.NaT)}))
        self.assertEqual(back["c"].tolist(), ["x", None, None])

    def test_arrays_in_cells_come_back(self):
        back = stored(pandas.DataFrame({"c": objects(numpy.array([1.5, 2.5]), None)}))
        numpy.testing.assert_array_equal(back["c"][0], numpy.array([1.5, 2.5]))

    def test_many_rows_come_back(self):
        n = 10_000
        frame = pandas.DataFrame(
            {"a": range(n), "b": ["text %d" % i if i % 7 else None for i in range(n)], "c": [[i] for i in range(n)]}
        )
        pandas.testing.assert_frame_equal(stored(frame), frame)

    def test_fixed_offsets_keep_the_instant(self):
        frame = pandas.DataFrame({"c": pandas.to_datetime(["2024-07-02T00:00:00+05:30"])})
        self.assertEqual(str(stored(frame)["c"][0]), "2024-07-02 00:00:00+05:30")


class Names(unittest.TestCase):
    def test_column_names_become_text(self):
        frame = pandas.DataFrame([[1, 2, 3, 4, 5]], columns=["", None, 1.5, datetime.date(2024, 1, 2), ("a", 1)])
        self.assertEqual(stored(frame).columns.tolist(), ["", "None", "1.5", "2024-01-02", "a_1"])

    def test_names_that_differ_in_case_only_stay_apart(self):
        frame = pandas.DataFrame([[1, 2]], columns=["id", "ID"])
        pandas.testing.assert_frame_equal(stored(frame), frame)

    def test_a_repeated_name_is_refused(self):
        with self.assertRaisesRegex(DuplicateColumnError, '"a"'):
            stored(pandas.DataFrame([[1, 2]], columns=["a", "a"]))

    def test_a_type_that_cannot_be_kept_is_named_with_its_column(self):
        with self.assertRaisesRegex(UnstorableCellError, 'column "z" has type complex128'):
            stored(pandas.DataFrame({"z": [1j]}))
        with self.assertRaisesRegex(UnstorableCellError, 'column "z" holds a value of type builtins.object'):
            stored(pandas.DataFrame({"z": [object()]}))


class Indexes(unittest.TestCase):
    def test_every_index_comes_back_as_it_was(self):
        days = pandas.date_range("2024-01-01", periods=3, tz="Europe/Berlin")
        indexes = {
            "default": pandas.RangeIndex(3),
            "named range": pandas.RangeIndex(3, 9, 2, name="n"),
            "text": pandas.Index(["x", "y", "z"]),
            "filtered": pandas.Index([0, 5, 7]),
            "floats with a name": pandas.Index([0.5, 1.5, 2.5], name=7),
            "days with their frequency": days,
            "days": pandas.DatetimeIndex(["2024-01-01", "2024-05-01", "2020-01-01"], name="d"),
            "periods": pandas.period_range("2024-01", periods=3, freq="M"),
            "categories": pandas.CategoricalIndex(["a", "b", "a"]),
            "several levels": pandas.MultiIndex.from_arrays([["a", "a", "b"], days], names=["k", None]),
        }
        for name, index in indexes.items():
            with self.subTest(name):
                frame = pandas.DataFrame({"c": [1, 2, 3]}, index=index)
                back = stored(frame)
                pandas.testing.assert_frame_equal(back, frame)
                self.assertEqual((type(back.index), list(back.index.names)), (type(index), list(index.names)))

    def test_frames_without_rows_or_columns_come_back(self):
        frames = [
            pandas.DataFrame(),
            pandas.DataFrame(index=[0, 1, 2]),
            pandas.DataFrame({"a": pandas.Series([], dtype="int64"), "b": pandas.Series([], dtype="object")}),
            pandas.DataFrame({"t": pandas.Series([], dtype="datetime64[ns]"), "c": pandas.Categorical([])}),
        ]
        for frame in frames:
            with self.subTest(frame.dtypes.to_dict()):
                pandas.testing.assert_frame_equal(stored(frame), frame)


class OtherValues(unittest.TestCase):
    def test_a_series_comes_back_with_its_name_and_index(self):
        series = pandas.Series([1, 2], index=["i", "j"], name="s")
        pandas.testing.assert_series_equal(stored(series), series)

    def test_an_unnamed_series_is_called_0(self):
        self.assertEqual(stored(pandas.Series([1])).name, "0")

    def test_arrays_and_indexes_come_back(self):
        numpy.testing.assert_array_equal(stored(numpy.array([[1, 2], [3, 4]])), numpy.array([[1, 2], [3, 4]]))
        pandas.testing.assert_index_equal(stored(pandas.Index(["a"])), pandas.Index(["a"]))

    def test_frames_inside_dicts_come_back(self):
        value = {"x": pandas.DataFrame({"a": [1]}), "n": 1}
        back = stored(value)
        pandas.testing.assert_frame_equal(back["x"], value["x"])

    def test_numbers_of_numpy_become_plain(self):
        self.assertEqual(type(stored(numpy.int64(3))), int)
        self.assertEqual(stored({"a": [numpy.float32(1.5)], "b": numpy.bool_(True)}), {"a": [1.5], "b": True})


class Tables(unittest.TestCase):
    """What a Table without pandas becomes as a DataFrame."""

    def test_every_cell_of_a_table_comes_over(self):
        from pipewright import Table
        from test_table import COLUMNS

        for name, (_, values) in COLUMNS.items():
            with self.subTest(name):
                back = stored(Table.from_rows([[value] for value in values], columns=["c"]))["c"].astype("object")
                self.assertEqual([None if v is pandas.NA or v is pandas.NaT or v != v else v for v in back], values)


class ForeignFiles(unittest.TestCase):
    """What SQL, JavaScript and Mage write: Parquet without a note of ours."""

    def read(self, select):
        from pipewright.tables import parquet

        with tempfile.TemporaryDirectory() as folder:
            parquet.copy(select, os.path.join(folder, "data.parquet"))
            return Store().read(folder)

    def test_types_of_sql_lose_nothing(self):
        frame = self.read(
            "SELECT * FROM (VALUES (1::BIGINT, 'x', 1.5, DATE '2024-01-02', TIMESTAMP '2024-01-02 03:04:05', true, "
            "TIMESTAMPTZ '2024-01-02 00:00:00+00', 1.50::DECIMAL(9,2), [1, 2], {'a': 1}, 3::INTEGER), "
            "(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4)) t(i, s, f, d, t, b, z, n, l, o, k)"
        )
        self.assertEqual(
            {name: str(dtype) for name, dtype in frame.dtypes.items()},
            {
                "i": "Int64", "s": "object", "f": "object", "d": "object", "t": "datetime64[ns]", "b": "boolean",
                "z": "datetime64[ns, UTC]", "n": "object", "l": "object", "o": "object", "k": "int32",
            },
        )  # fmt: skip
        self.assertEqual(frame["l"][0], [1, 2])
        self.assertEqual(frame["o"][0], {"a": 1})
        self.assertEqual(frame["n"][0], decimal.Decimal("1.50"))

    def test_the_index_columns_of_other_writers_become_the_index(self):
        frame = self.read("SELECT 1 AS a, 'x' AS __index_level_0__")
        pandas.testing.assert_frame_equal(
            frame, pandas.DataFrame({"a": pandas.Series([1], dtype="int32", index=["x"])})
        )

    def test_years_beyond_pandas_stay(self):
        frame = self.read("SELECT TIMESTAMP '1066-10-14 09:00:00' AS t")
        self.assertEqual(
            pandas.Timestamp(frame["t"][0]) if pandas.__version__ >= "2" else frame["t"][0],
            datetime.datetime(1066, 10, 14, 9),
        )


if __name__ == "__main__":
    unittest.main()
