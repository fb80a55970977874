"""What blocks get that describe their work as actions: `mage_ai.data_cleaner`."""

import datetime
import unittest

try:
    import pandas
except ImportError:
    raise unittest.SkipTest("needs pandas") from None

from mage_ai.data_cleaner.column_types.column_type_detector import infer_column_types
from mage_ai.data_cleaner.transformer_actions.base import BaseAction, MissingColumnError
from mage_ai.data_cleaner.transformer_actions.constants import ActionType, Axis, ImputationStrategy
from mage_ai.data_cleaner.transformer_actions.row_filter import FilterError
from mage_ai.data_cleaner.transformer_actions.utils import build_transformer_action, clean_column_name
from mage_ai.shared.parsers import convert_matrix_to_dataframe

MEALS = pandas.DataFrame(
    {"user": ["a", "b", "a", "a"], "meal": [1, 2, 1, 3], "price": [1.0, None, 3.0, 5.0]}, index=[10, 20, 30, 40]
)


def act(df, action_type, arguments=(), **more):
    action = build_transformer_action(df, action_type=action_type, arguments=arguments, **more)
    return BaseAction(action).execute(df)


def column(df, name):
    return df[name].astype(object).where(df[name].notna(), None).tolist()


class Aggregations(unittest.TestCase):
    def total(self, action_type, source="price", **more):
        result = act(
            MEALS,
            action_type,
            [source],
            options={"groupby_columns": ["user"], **more.pop("options", {})},
            outputs=[{"uuid": "total", "column_type": "number"}],
            **more
        )
        self.assertEqual(result.columns.tolist(), ["user", "meal", "price", "total"])
        self.assertEqual(result.index.tolist(), [10, 20, 30, 40])
        return column(result, "total")

    def test_are_repeated_for_each_row_of_a_group(self):
        self.assertEqual(self.total(ActionType.COUNT_DISTINCT, "meal"), [2, 1, 2, 2])
        self.assertEqual(self.total("count"), [3, 0, 3, 3])
        self.assertEqual(self.total("average"), [3.0, None, 3.0, 3.0])
        self.assertEqual(self.total("median"), [3.0, None, 3.0, 3.0])
        self.assertEqual(self.total("sum"), [9.0, 0.0, 9.0, 9.0])
        self.assertEqual(self.total("first", "meal"), [1, 2, 1, 1])
        self.assertEqual(self.total("last", "meal"), [3, 2, 3, 3])
        self.assertEqual(self.total("min", "meal"), [1, 2, 1, 1])
        self.assertEqual(self.total("max", "meal"), [3, 2, 3, 3])

    def test_take_only_the_rows_of_the_filter(self):
        self.assertEqual(self.total("sum", action_code="meal == 1"), [4.0, None, 4.0, 4.0])

    def test_take_only_the_rows_of_the_time_window(self):
        events = pandas.DataFrame(
            {
                "who": ["a", "a", "b"],
                "seen": ["2024-01-01 00:00:10"] * 3,
                "sent": ["2024-01-01 00:00:05", "2024-01-01 00:00:11", "2023-12-31"],
                "n": [1, 2, 4],
            }
        )
        window = {"timestamp_feature_a": "seen", "timestamp_feature_b": "sent", "window": 10}
        result = act(
            events, "sum", ["n"], options={"groupby_columns": ["who"], **window}, outputs=[{"uuid": "s"}]
        )
        self.assertEqual(column(result, "s"), [1, 1, None])

    def test_are_one_number_without_groups(self):
        self.assertEqual(column(act(MEALS, "max", ["meal"], outputs=[{"uuid": "m"}]), "m"), [3, 3, 3, 3])

    def test_leave_the_table_as_it_was(self):
        before = MEALS.copy()
        self.total("sum")
        pandas.testing.assert_frame_equal(MEALS, before)


class Columns(unittest.TestCase):
    def test_are_chosen(self):
        self.assertEqual(act(MEALS, "select", ["meal"]).columns.tolist(), ["meal"])
        self.assertEqual(act(MEALS, "remove", ["meal", "absent"]).columns.tolist(), ["user", "price"])

    def test_are_shifted(self):
        output = {"outputs": [{"uuid": "s"}]}
        self.assertEqual(column(act(MEALS, "shift_up", ["meal"], **output), "s"), [2, 1, 3, None])
        self.assertEqual(column(act(MEALS, "shift_down", ["meal"], options={"periods": 2}, **output), "s"), [None, None, 1, 2])
        grouped = {"groupby_columns": ["user"]}
        self.assertEqual(column(act(MEALS, "shift_down", ["meal"], options=grouped, **output), "s"), [None, None, 1, 1])
        self.assertEqual(column(act(MEALS, "diff", ["meal"], **output), "s"), [None, 1, -1, 2])

    def test_are_scaled(self):
        self.assertEqual(column(act(MEALS, "normalize", ["meal", "price"]), "meal"), [0.0, 0.5, 0.0, 1.0])
        standard = act(MEALS, "standardize", ["meal"])["meal"]
        self.assertAlmostEqual(standard.mean(), 0)
        self.assertAlmostEqual(standard.std(), 1)

    def test_must_be_there(self):
        with self.assertRaisesRegex(MissingColumnError, "\"select\" names columns .*: 'absent'. It has: 'user', 'meal', 'price'"):
            act(MEALS, "select", ["absent"])

    def test_have_clean_names(self):
        cleaned = {
            "good_name": "good_name", "bad case": "bad_case", "%@#342%34@@#342": "number_34234342", "class": "class_",
            "PascalCaseColumn": "pascal_case_column", "camelCaseText": "camel_case_text", "___snake_case___": "snake_case",
            "UPPER CASE": "upper_case", "a-b.c": "a_b_c",
        }  # fmt: skip
        self.assertEqual({name: clean_column_name(name) for name in cleaned}, cleaned)
        frame = pandas.DataFrame({"A b": [1], "c": [2]})
        self.assertEqual(act(frame, "clean_column_name", frame.columns).columns.tolist(), ["a_b", "c"])


class Rows(unittest.TestCase):
    def kept(self, code, df=MEALS):
        return act(df, "filter", axis=Axis.ROW, action_code=code).index.tolist()

    def test_are_filtered(self):
        self.assertEqual(self.kept("meal >= 2"), [20, 40])
        self.assertEqual(self.kept("price == null"), [20])
        self.assertEqual(self.kept("price != null and (meal == 3 or user == 'b' )"), [40])
        self.assertEqual(self.kept('user == "a" and price > meal'), [30, 40])
        self.assertEqual(self.kept(""), [10, 20, 30, 40])

    def test_are_filtered_by_texts_and_truths(self):
        df = pandas.DataFrame({"a b": ["x.y", "xzy", None, ""], "t": [True, False, None, True], "n": ["1", "20", "", "3"]})
        self.assertEqual(self.kept("'a b' contains '.'", df), [0])
        self.assertEqual(self.kept('"a b" not contains x', df), [2, 3])
        self.assertEqual(self.kept("'a b' == null", df), [2, 3])
        self.assertEqual(self.kept("t == true", df), [0, 3])
        self.assertEqual(self.kept("t == False", df), [1])
        self.assertEqual(self.kept("n > 2.5", df), [1, 3])

    def test_are_not_filtered_by_what_is_unclear(self):
        for code, reason in {
            "meal": "a comparison is missing",
            "meal >": "a value is missing",
            "meal > 1 meal < 2": "'and' or 'or' is missing",
            "(meal > 1": "a closing bracket is missing",
            "absent > 1": "'absent' is no column; there are user, meal, price",
            "user == a": "'a' is no column, no number",
            "meal = 1": "'= 1' is not understood",
        }.items():
            with self.subTest(code), self.assertRaisesRegex(FilterError, reason):
                self.kept(code)

    def test_are_dropped(self):
        self.assertEqual(act(MEALS, "drop_duplicate", ["user"], axis="row").index.tolist(), [20, 40])
        first = {"keep": "first"}
        self.assertEqual(act(MEALS, "drop_duplicate", ["user"], axis="row", options=first).index.tolist(), [10, 20])
        self.assertEqual(act(MEALS, "remove", axis="row", options={"rows": [10, 30]}).index.tolist(), [20, 40])

    def test_are_sorted_with_missing_values_first_when_ascending(self):
        self.assertEqual(act(MEALS, "sort", ["price"], axis="row").index.tolist(), [20, 10, 30, 40])
        down = {"ascending": False}
        self.assertEqual(act(MEALS, "sort", ["price"], axis="row", options=down).index.tolist(), [40, 30, 10, 20])
        mixed = {"ascendings": [True, False]}
        self.assertEqual(act(MEALS, "sort", ["user", "meal"], axis="row", options=mixed).index.tolist(), [40, 10, 30, 20])
        texts = pandas.DataFrame({"n": ["10", "9", "100"]})
        self.assertEqual(column(act(texts, "sort", ["n"], axis="row"), "n"), ["9", "10", "100"])

    def test_lose_outliers(self):
        numbers = pandas.DataFrame({"n": [1, 2, 3, 2, 1, 2, 900], "t": list("abcdefg")})
        result = act(numbers, "remove_outliers", numbers.columns, options={"method": "auto"})
        self.assertEqual(column(result, "n"), [1, 2, 3, 2, 1, 2])


class Cells(unittest.TestCase):
    def filled(self, values, strategy, **options):
        df = pandas.DataFrame({"v": values, "other": list("abcd")})
        return column(act(df, "impute", ["v"], options={"strategy": strategy, **options}), "v")

    def test_are_filled(self):
        numbers = [1, None, 3, 8]
        self.assertEqual(self.filled(numbers, ImputationStrategy.AVERAGE), [1, 4, 3, 8])
        self.assertEqual(self.filled(numbers, "median"), [1, 3, 3, 8])
        self.assertEqual(self.filled(numbers, ImputationStrategy.CONSTANT), [1, 0, 3, 8])
        self.assertEqual(self.filled(numbers, "constant", value=7), [1, 7, 3, 8])
        self.assertEqual(self.filled(["x", " ", "y", "y"], "mode"), ["x", "y", "y", "y"])
        self.assertEqual(self.filled(["x", None, "y", "z"], "constant"), ["x", "missing", "y", "z"])
        self.assertEqual(self.filled(["x", None, "y", "z"], "column", value="other"), ["x", "b", "y", "z"])
        self.assertEqual(self.filled(["x", None, "y", "z"], "sequential", timeseries_index=["other"]), ["x", "x", "y", "z"])
        self.assertEqual(self.filled(["x", None, "x", "x"], "random"), ["x"] * 4)
        self.assertEqual(self.filled(["x", None, "y", "z"], "remove_rows"), ["x", "y", "z"])
        self.assertEqual(self.filled(["x", None, "y", "z"], "no_action"), ["x", None, "y", "z"])

    def test_are_filled_by_a_known_strategy(self):
        with self.assertRaisesRegex(ValueError, "'guess' is not known; these are: average, "):
            self.filled([1, None, 3, 4], "guess")

    def reformatted(self, values, **options):
        return column(act(pandas.DataFrame({"v": values}), "reformat", ["v"], options=options), "v")

    def test_are_reformatted(self):
        capitals = {"reformat": "caps_standardization", "capitalization": "uppercase"}
        self.assertEqual(self.reformatted(["a", "B ", " ", None], **capitals), ["A", "B ", None, None])
        self.assertEqual(self.reformatted([" a ", "b"], reformat="trim"), ["a", "b"])
        money = [" $ 10000", "- ¥ 22.5", " 10 元 ", "0.42 €", "-  3.4 CAD", "Rs - 100,000.23"]
        self.assertEqual(self.reformatted(money, reformat="currency_to_num"), [10000, -22.5, 10, 0.42, -3.4, -100000.23])
        dates = self.reformatted(["2024-01-05", "no date"], reformat="date_format_conversion")
        self.assertEqual(dates, [pandas.Timestamp(2024, 1, 5), None])

    def test_are_marked_when_they_do_not_fit(self):
        df = pandas.DataFrame({"mail": ["a@b.org", "c@d.org", "nonsense", None], "n": list("123") + ["x"]})
        self.assertEqual(
            column(act(df, ActionType.FIX_SYNTAX_ERRORS, df.columns), "mail"), ["a@b.org", "c@d.org", "invalid", None]
        )


class Kinds(unittest.TestCase):
    def test_are_found_from_names_and_cells(self):
        columns = {
            "number": [1, 2, 3, 4],
            "number_with_decimals": [1.5, 2.0, 3.0, None],
            "true_or_false": [True, False, True, True],
            "text": ["some", "words", "all", "different"],
            "category": ["x", "y", "z", "x"],
            "email": ["a@b.org", "c@d.com", "e@f.net", "?"],
            "datetime": ["2024-01-05", "2024-01-06 10:00:00", "Jan 3, 2024", "later"],
            "zip_code": [10115, 20095, 80331, 50667],
            "phone_number": ["(415) 555-2671", "415-555-2672", "+1 415 555 2673", "none"],
            "list": [[1], [2], [], None],
        }
        df = pandas.DataFrame(columns)
        self.assertEqual({name: kind.value for name, kind in infer_column_types(df).items()}, {n: n for n in columns})

    def test_of_other_cells(self):
        columns = {
            "a": ["$1.50", "$2", "3", "1,000"], "b": ["1", "2", "3", "4"], "c": [0, 1, 0, 1],
            "d": [datetime.date(2024, 1, day) for day in (1, 2, 3, 4)], "e": pandas.to_datetime(["2024-01-01"] * 4),
            "f": [None] * 4, "g": pandas.Categorical(list("abca")),
        }  # fmt: skip
        kinds = [kind.value for kind in infer_column_types(pandas.DataFrame(columns)).values()]
        self.assertEqual(
            kinds,
            ["number_with_decimals", "number", "true_or_false", "datetime", "datetime", "true_or_false", "category"],
        )

    def test_may_be_known(self):
        self.assertEqual(infer_column_types(MEALS[["meal"]], column_types={"meal": "text"}), {"meal": "text"})


class Matrices(unittest.TestCase):
    def test_become_tables(self):
        import numpy

        frame = convert_matrix_to_dataframe(numpy.array([[1, 2], [3, 4]]))
        self.assertEqual(frame.to_dict("list"), {"col_0": [1, 3], "col_1": [2, 4]})
        self.assertIs(convert_matrix_to_dataframe(MEALS), MEALS)


class Unknown(unittest.TestCase):
    def test_actions_say_what_runs(self):
        with self.assertRaisesRegex(NotImplementedError, '"join" on a column .*average, clean_column_name.*pandas'):
            act(MEALS, "join")

    def test_an_empty_table_stays(self):
        self.assertEqual(len(act(MEALS[:0], "sum", ["meal"], outputs=[{"uuid": "x"}])), 0)


if __name__ == "__main__":
    unittest.main()
