"""Connection settings from `io_config.yaml`: `mage_ai.io.config`."""

import os
import tempfile
import unittest
from importlib.util import find_spec
from unittest import mock

from mage_ai.io.config import ConfigError, ConfigFileLoader, ConfigKey, EnvironmentVariableLoader

FLAT = """\
version: 0.1.1
default:
  # {{ unknown_function('x') }}
  POSTGRES_DBNAME: "{{ env_var('PW_TEST_NAME') }}"
  POSTGRES_HOST: "{{ env_var('PW_TEST_ABSENT', 'localhost') }}"
  POSTGRES_PASSWORD: "{{ env_var('PW_TEST_ABSENT') }}"
  POSTGRES_USER: "{{ json_value(env_var('PW_TEST_JSON'), 'user') }}"{# why #}
  POSTGRES_PORT: 5432
  MINE: own
  GOOGLE_SERVICE_ACC_KEY:
    type: service_account
other:
  POSTGRES_PORT: 5433
"""

NESTED = """\
version: 0.1.1
default:
  PostgreSQL:
    database: shop
    host: h
  AWS:
    access_key_id: id
    Redshift:
      database: r
      user: u
      password: p
  BigQuery:
    path_to_credentials: key.json
  Duck DB:
    database: d.duckdb
  Snowflake:
    warehouse: w
  MYSQL_HOST: flat
"""


class Settings(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        variables = {"PW_TEST_NAME": "shop", "PW_TEST_JSON": '{"user": "me"}', "MAGE_RUNTIME__REPO_PATH": self.folder}
        patch = mock.patch.dict(os.environ, variables)
        patch.start()
        self.addCleanup(patch.stop)

    def load(self, text, profile="default"):
        path = os.path.join(self.folder, "io_config.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return ConfigFileLoader(path, profile)

    def test_are_filled_in(self):
        config = self.load(FLAT)
        self.assertEqual(config[ConfigKey.POSTGRES_DBNAME], "shop")
        self.assertEqual(config["POSTGRES_HOST"], "localhost")
        self.assertEqual(config.get(ConfigKey.POSTGRES_USER), "me")
        self.assertEqual(config[ConfigKey.POSTGRES_PORT], 5432)
        self.assertEqual(config["MINE"], "own")
        self.assertEqual(config[ConfigKey.GOOGLE_SERVICE_ACC_KEY], {"type": "service_account"})

    def test_that_are_not_set_print_as_none_like_in_mage(self):
        self.assertEqual(self.load(FLAT)["POSTGRES_PASSWORD"], "None")

    def test_may_be_missing(self):
        config = self.load(FLAT)
        self.assertIsNone(config[ConfigKey.MYSQL_HOST])
        self.assertIn(ConfigKey.POSTGRES_PORT, config)
        self.assertNotIn("MYSQL_HOST", config)

    def test_come_in_profiles(self):
        self.assertEqual(self.load(FLAT, "other")["POSTGRES_PORT"], 5433)
        with self.assertRaisesRegex(ConfigError, 'no profile "absent" in .*io_config.yaml; it has default, other'):
            self.load(FLAT, "absent")

    def test_are_of_the_project_if_no_file_is_named(self):
        self.load(FLAT)
        self.assertEqual(ConfigFileLoader(profile="other")["POSTGRES_PORT"], 5433)

    def test_may_be_in_the_older_layout(self):
        config = self.load(NESTED)
        expected = {
            "POSTGRES_DBNAME": "shop", "POSTGRES_HOST": "h", "AWS_ACCESS_KEY_ID": "id", "REDSHIFT_DBNAME": "r",
            "REDSHIFT_TEMP_CRED_USER": "u", "REDSHIFT_TEMP_CRED_PASSWORD": "p", "DUCKDB_DATABASE": "d.duckdb",
            "GOOGLE_SERVICE_ACC_KEY_FILEPATH": "key.json", "SNOWFLAKE_DEFAULT_WH": "w", "MYSQL_HOST": "flat",
        }  # fmt: skip
        self.assertEqual({key: config[key] for key in expected}, expected)

    def test_need_their_file(self):
        with self.assertRaisesRegex(ConfigError, "settings from .*absent.yaml: there is no such file"):
            ConfigFileLoader(os.path.join(self.folder, "absent.yaml"))

    def test_that_are_broken_say_where(self):
        with self.assertRaisesRegex(ConfigError, "line 2: "):
            self.load("default:\n  A: b: c\n")
        with self.assertRaisesRegex(ConfigError, "json_value finds no 'absent'"):
            self.load("default:\n  A: \"{{ json_value(env_var('PW_TEST_JSON'), 'absent') }}\"\n")
        with self.assertRaisesRegex(ConfigError, "env_var has the wrong arguments"):
            self.load("default:\n  A: \"{{ env_var() }}\"\n")

    @unittest.skipIf(find_spec("jinja2"), "Jinja is installed")
    def test_with_more_than_calls_need_jinja(self):
        with self.assertRaisesRegex(ConfigError, r"not \{\{ 1 \+ 1 \}\}; for more, install Jinja: .* -m pip install jinja2"):
            self.load("default:\n  A: \"{{ 1 + 1 }}\"\n")

    def test_may_be_in_the_environment(self):
        self.assertEqual(EnvironmentVariableLoader()["PW_TEST_NAME"], "shop")
        self.assertNotIn(ConfigKey.POSTGRES_SSH_PKEY, EnvironmentVariableLoader())


if __name__ == "__main__":
    unittest.main()
