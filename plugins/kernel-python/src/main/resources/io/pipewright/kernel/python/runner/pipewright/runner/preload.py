"""Imports what the project's blocks import, while the worker waits for its first request."""

import os
import re
import sys
import warnings
from importlib import import_module
from importlib.util import find_spec

_IMPORT = re.compile(r"^\s*(?:from|import)\s+([A-Za-z_][A-Za-z_0-9]*)", re.MULTILINE)
_BLOCK_FOLDERS = (
    "callbacks conditionals custom data_exporters data_loaders scratchpads sensors transformers utils".split()
)
_MAX_FILES = 2000
_MAX_FILE_BYTES = 1_000_000


class Preload:
    """The installed packages that a project mentions, to be imported one by one.

    The project itself is not on the import path yet: none of its code runs here.
    """

    def __init__(self, project):
        self._project = project
        self._waiting = None if project else []

    def has_more(self):
        """Whether there may be something left to import."""
        return self._waiting is None or bool(self._waiting)

    def import_one(self):
        """Looks up what the project mentions, the first time; imports one package, after that."""
        if self._waiting is None:
            self._waiting = _installed(_mentioned(self._project))
        else:
            _import(self._waiting.pop(0))


def _mentioned(project):
    names = set()
    for path in _files(project):
        try:
            if os.path.getsize(path) <= _MAX_FILE_BYTES:
                with open(path, encoding="utf-8", errors="replace") as file:
                    names.update(_IMPORT.findall(file.read()))
        except OSError:
            # It will be reported when its block runs.
            continue
    return names


def _files(project):
    count = 0
    for folder in _BLOCK_FOLDERS:
        for place, _, files in os.walk(os.path.join(project, folder)):
            for name in files:
                if name.endswith(".py") and count < _MAX_FILES:
                    count += 1
                    yield os.path.join(place, name)


def _installed(names):
    """Those that are installed packages, pandas and what is below it first; not Python's own modules."""
    found = [name for name in names if name not in sys.modules and name not in _NEVER and _is_third_party(name)]
    return sorted(found, key=lambda name: (name not in ("numpy", "pandas"), name))


# Real Mage sets up its database when it is imported; GUI toolkits and test runners are not for workers.
_NEVER = {"mage_ai", "pipewright", "tkinter", "turtle", "antigravity", "this", "pytest"}


def _is_third_party(name):
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return False
    origin = getattr(spec, "origin", None) or ""
    return "site-packages" in origin or "dist-packages" in origin


def _import(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import_module(name)
        except BaseException:
            # A package that cannot be imported says so in the block that needs it.
            sys.modules.pop(name, None)
