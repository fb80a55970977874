"""Reading YAML: the same with and without PyYAML."""

import datetime
import unittest

from pipewright.yaml import YamlError, load
from pipewright.yaml.reader import Reader

CASES = {
    "nothing": ("", None),
    "a comment": ("# nothing\n\n", None),
    "a start mark": ("%YAML 1.1\n---\na: 1\n...\n", {"a": 1}),
    "a map": ("a: 1\nb: x y  # comment\n'c d': ''\n", {"a": 1, "b": "x y", "c d": ""}),
    "a map below": ("a:\n  b:\n      c: 1\n  d: 2\ne:\n", {"a": {"b": {"c": 1}, "d": 2}, "e": None}),
    "a list at the key": ("a:\n- 1\n- b: 2\n  c: 3\n-\n- - 4\n  - 5\nz: 1\n", {"a": [1, {"b": 2, "c": 3}, None, [4, 5]], "z": 1}),
    "a list below the key": ("a:\n  - x\n  -\n    y: 1\n  - z\n", {"a": ["x", {"y": 1}, "z"]}),
    "a list alone": ("- a\n- 'b'\n", ["a", "b"]),
    "a colon in a word": ("a: http://x:1/#y\nb:c: d:e\n", {"a": "http://x:1/#y", "b:c": "d:e"}),
    "words": ("a: [yes, No, TRUE, ~, null, nul, y]\n", {"a": [True, False, True, None, None, "nul", "y"]}),
    "whole numbers": ("[1, -2, +3, 0, 010, 0x1F, 1_000, 1:30, 08, 0b11]", [1, -2, 3, 0, 8, 31, 1000, 90, "08", 3]),
    "broken numbers": ("[1.5, .5, 1., 1.5e+3, 1e3, -.inf, 0.1.2]", [1.5, 0.5, 1.0, 1500.0, "1e3", float("-inf"), "0.1.2"]),
    "a date": ("a: 2024-01-05\nb: 2024-01-05x\n", {"a": datetime.date(2024, 1, 5), "b": "2024-01-05x"}),
    "a time": ("2024-01-05 06:07:08.25", datetime.datetime(2024, 1, 5, 6, 7, 8, 250000)),
    "single quotes": ("a: 'it''s # no: comment'  # comment\n", {"a": "it's # no: comment"}),
    "double quotes": (r'a: "\"x\" \\ \u00e9\t\x41 {{ env_var(' + "'A'" + r') }}"', {"a": "\"x\" \\ é\tA {{ env_var('A') }}"}),
    "quotes over lines": ('a: "one\n  two\n\n  three\\\n  four"\nb: 1\n', {"a": "one two\nthreefour", "b": 1}),
    "words over lines": ("a: one\n  two\n\n  three\nb: 1\n", {"a": "one two\nthree", "b": 1}),
    "an inline map": ("a: {b: 1, 'c': [x, y z], d: , \"e\":2}\n", {"a": {"b": 1, "c": ["x", "y z"], "d": None, "e": 2}}),
    "an inline map over lines": ("a: {\n  b: 1, # first\n  c: [\n    2,\n  ],\n}\nd: {}\n", {"a": {"b": 1, "c": [2]}, "d": {}}),
    "kept lines": ("a: |\n  one\n    two\n\n  three\n\nb: 1\n", {"a": "one\n  two\n\nthree\n", "b": 1}),
    "kept lines without end": ("a: |-\n  one\n  two\n", {"a": "one\ntwo"}),
    "kept lines with all ends": ("a: |+\n  one\n\nb: 1\n", {"a": "one\n\n", "b": 1}),
    "kept lines in a list": ("- |\n  one\n- >-\n  a\n  b\n", ["one\n", "a b"]),
    "joined lines": ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", {"a": "one two\nthree\n  four\nfive\n"}),
    "an indented start": ("a: |2\n    one\n  two\n", {"a": "  one\ntwo\n"}),
    "a comment between": ("a: 1\n   # here\n# there\nb:\n  # within\n  c: 2\n", {"a": 1, "b": {"c": 2}}),
    "line ends of Windows": ("a: 1\r\nb:\r\n- 2\r\n", {"a": 1, "b": [2]}),
    "repeated values": ("a: &x\n  k: 1\nb: *x  # again\nc: [&y 2, *y, *x]\n", {"a": {"k": 1}, "b": {"k": 1}, "c": [2, 2, {"k": 1}]}),
    "repeated items": ("- &x\n  k: 1\n- &y a: 1\n  b: 2\n- &z\n- *y\n- *x\n", [{"k": 1}, {"a": 1, "b": 2}, None, "a", {"k": 1}]),
    "repeated lists": ("a: &x\n- 1\nb: *x\n", {"a": [1], "b": [1]}),
    "merged maps": ("a: &x {k: 1, m: 2}\nb:\n  <<: *x\n  m: 3\nc: {<<: [*x, {n: 4}], k: 0}\n", {"a": {"k": 1, "m": 2}, "b": {"k": 1, "m": 3}, "c": {"k": 0, "m": 2, "n": 4}}),
    "keys that are no text": ("1: a\nyes: b\n", {1: "a", True: "b"}),
}  # fmt: skip

BROKEN = {
    "a: 'x": 1,
    "a: [1, 2": 1,
    "a: 1\n  b: 2\n": 2,
    "a: 1\nb\n": 2,
    "a:\n\t- 1\n": 2,
    "a: b: c\n": 1,
    "a: 'x' y\n": 1,
    "a: @x\n": 1,
    "a: 1\nb: *x\n": 2,
}


class Yaml(unittest.TestCase):
    def test_is_read_without_other_packages(self):
        for name, (text, value) in CASES.items():
            with self.subTest(name):
                self.assertEqual(Reader(text).document(), value)

    def test_is_read_the_same_with_what_is_installed(self):
        for name, (text, value) in CASES.items():
            with self.subTest(name):
                self.assertEqual(load(text), value)

    def test_says_where_it_is_broken(self):
        for text, line in BROKEN.items():
            with self.subTest(text):
                with self.assertRaises(YamlError) as raised:
                    Reader(text).document()
                self.assertEqual(raised.exception.line, line, raised.exception)
                with self.assertRaises(YamlError):
                    load(text)

    def test_says_what_it_does_not_read(self):
        with self.assertRaisesRegex(YamlError, "line 2: tags .*!!set.* PyYAML"):
            Reader("a: 1\nb: !!set {x}\n").document()


if __name__ == "__main__":
    unittest.main()
