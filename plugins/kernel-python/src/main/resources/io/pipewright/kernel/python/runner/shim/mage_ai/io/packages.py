"""Packages that the user's Python may lack."""

import importlib
import shlex
import sys


class PackageMissingError(ImportError):
    """A package is needed that is not installed; the message has the command that installs it."""


def load_package(module, package, purpose):
    """The module, imported. package: what pip calls it. purpose: the words after "Cannot"."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as e:
        if e.name and e.name.partition(".")[0] != module.partition(".")[0]:
            raise
        raise PackageMissingError(
            "Cannot %s: the package %s is not installed for this Python. Install it with: %s"
            % (purpose, package, install_command(package))
        ) from None


def install_command(package):
    """What the user types to get a package for this very Python."""
    return "%s -m pip install %s" % (shlex.quote(sys.executable), shlex.quote(package))


def load_first_package(alternatives, purpose):
    """The first of several modules that is there. alternatives: module to package, best first."""
    missing = None
    for module, package in alternatives.items():
        try:
            return load_package(module, package, purpose)
        except PackageMissingError as e:
            missing = missing or e
    raise missing
