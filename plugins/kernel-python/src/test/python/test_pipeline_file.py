"""Variables in a pipeline's file."""

import datetime
import os
import tempfile
import unittest

from mage_ai.data_preparation import variable_manager
from mage_ai.data_preparation.pipeline_file import PipelineFileError
from pipewright.yaml import load
from pipewright.yaml.editing import remove_entry, set_entry

FILE = """\
# Written by hand.
blocks: []   # none yet
name: daily

variables:
  # the first
  year: 2014
  names:
  - a
  - b

  text: >-
    one
    two
# about widgets
widgets: []
"""


class Editing(unittest.TestCase):
    def check(self, text, expected, *change):
        edit = set_entry if len(change) == 2 else remove_entry
        self.assertEqual(edit(text, "variables", *change), expected)

    def test_replaces_only_the_lines_of_the_entry(self):
        self.check(FILE, FILE.replace("year: 2014", "year: 2020"), "year", 2020)
        self.check(FILE, FILE.replace("  names:\n  - a\n  - b\n", "  names: [c]\n"), "names", ["c"])
        self.check(FILE, FILE.replace(">-\n    one\n    two", "x"), "text", "x")

    def test_adds_after_the_last_entry(self):
        self.check(FILE, FILE.replace("    two\n", "    two\n  added: 7\n"), "added", 7)

    def test_removes_only_the_lines_of_the_entry(self):
        self.check(FILE, FILE.replace("  year: 2014\n", ""), "year")
        self.check(FILE, FILE.replace("  names:\n  - a\n  - b\n", ""), "names")
        self.check(FILE, FILE, "absent")

    def test_makes_the_map_in_the_order_of_the_keys(self):
        self.check("name: x\ntype: y\nwidgets: []\n", "name: x\ntype: y\nvariables:\n  a: 1\nwidgets: []\n", "a", 1)
        self.check("name: x", "name: x\nvariables:\n  a: 1", "a", 1)
        self.check("", "variables:\n  a: 1\n", "a", 1)

    def test_opens_an_inline_map(self):
        for written in ("{}", "null", "", "{}  # none"):
            self.check("variables: %s\nz: 1\n" % written, "variables:\n  a: 1\nz: 1\n", "a", 1)
        self.check("variables: {a: 1,\n  b: x}\n", "variables:\n  a: 1\n  b: y\n", "b", "y")

    def test_leaves_an_empty_map(self):
        self.check("variables:\n  a: 1\nz: 1\n", "variables: {}\nz: 1\n", "a")

    def test_keeps_line_ends(self):
        self.check("variables:\r\n  a: 1\r\nz: 1\r\n", "variables:\r\n  a: 2\r\nz: 1\r\n", "a", 2)

    def test_reads_back_every_value(self):
        values = ["yes", "1", "a: b", "é\n\x00", "", "2024-01-05", " x", 1e300, 1.5, -3, True, None, float("inf")]
        values += [{"k": [1, {"m": "n"}]}, [], {}, datetime.date(2024, 1, 5), datetime.datetime(2024, 1, 5, 6, 7, 8)]
        for value in values:
            with self.subTest(repr(value)):
                self.assertEqual(load(set_entry(FILE, "variables", "k", value))["variables"]["k"], value)

    def test_changes_nothing_for_the_same_value(self):
        self.check("variables: {a: 1}\n", "variables: {a: 1}\n", "a", 1)


class Variables(unittest.TestCase):
    def setUp(self):
        self.project = tempfile.mkdtemp()
        os.environ["MAGE_RUNTIME__REPO_PATH"] = self.project
        self.addCleanup(os.environ.pop, "MAGE_RUNTIME__REPO_PATH")
        self.folder = os.path.join(self.project, "pipelines", "daily")
        os.makedirs(self.folder)
        self.path = os.path.join(self.folder, "metadata.yaml")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(FILE)

    def text(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def test_are_read(self):
        everything = {"year": 2014, "names": ["a", "b"], "text": "one two"}
        self.assertEqual(variable_manager.get_global_variables("daily"), everything)
        self.assertEqual(variable_manager.get_global_variable("daily", "year"), 2014)
        self.assertIsNone(variable_manager.get_global_variable("daily", "absent"))

    def test_are_set_and_deleted(self):
        os.chmod(self.path, 0o640)
        variable_manager.set_global_variable("daily", "added", 7)
        self.assertEqual(variable_manager.get_global_variable("daily", "added"), 7)
        variable_manager.delete_global_variable("daily", "added")
        self.assertEqual(self.text(), FILE)
        self.assertEqual(os.listdir(self.folder), ["metadata.yaml"])
        self.assertEqual(os.stat(self.path).st_mode & 0o777, 0o640)

    def test_cannot_be_of_any_type(self):
        with self.assertRaisesRegex(PipelineFileError, "set the variable 'x' of pipeline \"daily\".*type Editing"):
            variable_manager.set_global_variable("daily", "x", Editing())
        self.assertEqual(self.text(), FILE)

    def test_need_the_pipeline(self):
        with self.assertRaisesRegex(PipelineFileError, 'pipeline "weekly": there is no file .*weekly'):
            variable_manager.get_global_variables("weekly")

    def test_need_a_file_that_can_be_understood(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("variables: [a\n")
        with self.assertRaisesRegex(PipelineFileError, "line [12]: .*daily"):
            variable_manager.get_global_variables("daily")


if __name__ == "__main__":
    unittest.main()
