"""The settings of connections, from `io_config.yaml` or the environment."""

import os
from enum import Enum

from mage_ai.io.config_layout import KEYS, flat
from mage_ai.io.config_template import TemplateError, render
from mage_ai.settings.repo import get_repo_path
from pipewright.yaml import YamlError, load

ConfigKey = Enum("ConfigKey", [(key, key) for key in KEYS], type=str, module=__name__)
ConfigKey.__doc__ = "The names of all settings that are known."


class ConfigError(ValueError):
    """`io_config.yaml` cannot be used; the message says where and why. It never holds a value of the file."""


class BaseConfigLoader:
    """Settings by name; what is not set is None."""

    def get(self, key, **_):
        """A setting, or None."""
        raise NotImplementedError("a loader of settings must have get()")

    def contains(self, key, **_):
        """Whether a setting is there."""
        return self.get(key) is not None

    def __contains__(self, key):
        return self.contains(key)

    def __getitem__(self, key):
        return self.get(key)


class ConfigFileLoader(BaseConfigLoader):
    """One profile of an `io_config.yaml`; of the project's, if no file is named."""

    def __init__(self, filepath=None, profile="default", **_):
        self.filepath = os.fspath(filepath or os.path.join(get_repo_path(), "io_config.yaml"))
        self.profile = profile
        self.config = flat(self._profile(self._content()))

    def get(self, key, **_):
        """A setting, or None. key: a ConfigKey or its text."""
        return self.config.get(_text(key))

    def _content(self):
        try:
            with open(self.filepath, encoding="utf-8-sig") as file:
                return load(render(file.read())) or {}
        except FileNotFoundError:
            problem = "there is no such file; profiles of connections are kept in io_config.yaml in the project"
        except (OSError, TemplateError, YamlError) as e:
            problem = str(e)
        raise ConfigError("Cannot read connection settings from %s: %s." % (self.filepath, problem)) from None

    def _profile(self, content):
        settings = content.get(self.profile) if isinstance(content, dict) else None
        if isinstance(settings, dict):
            return settings
        profiles = [str(name) for name, value in content.items() if isinstance(value, dict)] if content else []
        raise ConfigError(
            'There is no profile "%s" in %s; it has %s.'
            % (self.profile, self.filepath, ", ".join(profiles) or "no profiles")
        )


class EnvironmentVariableLoader(BaseConfigLoader):
    """Settings that are environment variables."""

    def get(self, key, **_):
        """The variable of that name, or None."""
        return os.environ.get(_text(key))


def _text(key):
    return key.value if isinstance(key, Enum) else key
