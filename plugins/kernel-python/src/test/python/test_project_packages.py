"""What blocks are told when a package or a part of Mage is not there."""

import os
import sys
import unittest
from unittest import mock

from mage_ai.data_preparation.shared.secrets import SecretUnavailableError, get_secret_value
from mage_ai.io.packages import PackageMissingError
from mage_ai.io.postgres import Postgres
from mage_ai.orchestration.errors import NotRunnableError
from mage_ai.orchestration.run_status_checker import check_status
from mage_ai.orchestration.triggers.api import trigger_pipeline


class Missing(unittest.TestCase):
    def test_drivers_say_what_to_type(self):
        absent = {name: None for name in ("psycopg2", "psycopg")}
        command = "%s -m pip install psycopg2-binary" % sys.executable
        with mock.patch.dict(sys.modules, absent), self.assertRaises(PackageMissingError) as raised:
            Postgres(dbname="x").open()
        self.assertEqual(
            str(raised.exception),
            "Cannot connect to PostgreSQL: the package psycopg2-binary is not installed for this Python. "
            "Install it with: " + command,
        )

    def test_parts_of_mage_say_so(self):
        with self.assertRaisesRegex(ModuleNotFoundError, "has no mage_ai.io.oracledb") as raised:
            import mage_ai.io.oracledb  # noqa: F401
        self.assertEqual(raised.exception.name, "mage_ai.io.oracledb")

    def test_secrets_say_what_to_do(self):
        with self.assertRaisesRegex(SecretUnavailableError, 'secret "token": .* environment variable'):
            get_secret_value("token")

    def test_the_engine_says_what_it_does_not_do_yet(self):
        with self.assertRaisesRegex(NotRunnableError, 'start the pipeline "daily" .* pipewright run <project> daily'):
            trigger_pipeline("daily", variables={}, check_status=True)
        with self.assertRaisesRegex(NotRunnableError, 'runs of the pipeline "daily"'):
            check_status("daily", None)


if __name__ == "__main__":
    unittest.main()
