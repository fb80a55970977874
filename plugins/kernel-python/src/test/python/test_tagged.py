"""JSON of cells: whatever goes in comes out equal and of the same type."""

import datetime
import decimal
import unittest
import uuid

from pipewright.tables import tagged

VALUES = [
    None, True, 1, 2.5, "x", [], {}, float("inf"), 10**40,
    (1, (2,)), {1, 2}, frozenset(), b"\x00\xff", bytearray(b"x"),
    datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.time(1, 2, 3),
    datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30))),
    datetime.timedelta(days=-1, seconds=2, microseconds=3), decimal.Decimal("1.50"), uuid.UUID(int=7),
    {1: "number", None: (), "text": {"$date": "no date"}}, {"$dict": 1}, [{"a": [(), {"b": {1}}]}],
]  # fmt: skip


class Tagged(unittest.TestCase):
    def test_every_value_comes_back(self):
        for value in VALUES:
            with self.subTest(repr(value)):
                back = tagged.loads(tagged.dumps(value))
                self.assertEqual((type(back), back), (type(value), value))

    def test_not_a_number_comes_back(self):
        back = tagged.loads(tagged.dumps(float("nan")))
        self.assertNotEqual(back, back)

    def test_a_type_that_cannot_be_kept_is_named(self):
        with self.assertRaisesRegex(tagged.UnstorableCellError, "builtins.object"):
            tagged.dumps([object()])


if __name__ == "__main__":
    unittest.main()
