"""What a worker imports ahead."""

import os
import sys
import tempfile
import unittest

from pipewright.runner.preload import Preload


class Ahead(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.packages = os.path.join(self.folder, "site-packages")
        self.write("site-packages/pw_wanted.py", "")
        self.write("site-packages/pw_broken.py", "raise Exception('broken')")
        sys.path.append(self.packages)

    def tearDown(self):
        sys.path.remove(self.packages)
        sys.modules.pop("pw_wanted", None)

    def write(self, path, content):
        path = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)

    def preload(self):
        preload = Preload(os.path.join(self.folder, "project"))
        while preload.has_more():
            preload.import_one()

    def imported(self):
        return sorted(name for name in sys.modules if name.startswith("pw_"))

    def test_installed_packages_that_the_project_mentions(self):
        self.write(
            "project/data_loaders/load.py", "import pw_broken, json\nfrom pw_wanted import x\nimport pw_absent\n"
        )
        self.preload()
        self.assertEqual(self.imported(), ["pw_wanted"])

    def test_nothing_without_a_project(self):
        self.assertFalse(Preload(None).has_more())

    def test_no_code_of_the_project(self):
        self.write("project/data_loaders/load.py", "import utils\n")
        self.write("project/utils/__init__.py", "")
        self.preload()
        self.assertNotIn("utils", sys.modules)


if __name__ == "__main__":
    unittest.main()
