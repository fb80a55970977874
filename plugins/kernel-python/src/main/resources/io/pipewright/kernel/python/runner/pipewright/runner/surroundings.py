"""What a block finds around it, made anew for each run: working directory, environment, import path, modules."""

import os
import sys
import types
from contextlib import contextmanager

REPOSITORY_VARIABLE = "MAGE_RUNTIME__REPO_PATH"
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")


class Surroundings:
    """Undoes what a block left behind in the process, so that no block run sees another's state.

    Modules of the project are forgotten, so that edited files are seen; those that are installed stay.
    """

    def __init__(self):
        self._path = list(sys.path)
        self._environment = dict(os.environ)
        self._known_modules = set(sys.modules)
        self._project = None

    def prepare(self, project):
        """Before a block of that project (a folder, absolute)."""
        if project != self._project:
            self._move_to(project)
        sys.path[:] = self._path
        if os.environ != self._environment:
            self._restore_environment()
        self._forget_project_modules()
        os.chdir(project)

    @contextmanager
    def namespace(self, block, file):
        """The globals of a fresh module for a block's source, which is there while the block runs.

        Its dotted name is the one under which others would import it, so that objects of its classes can be pickled.
        """
        name = self._module_name(file) or "pipewright_block_%s" % block
        module = sys.modules[name] = types.ModuleType(name)
        module.__file__ = file
        try:
            yield module.__dict__
        finally:
            sys.modules.pop(name, None)
            # Functions and their globals hold each other: without this, large frames would stay until Python looks.
            module.__dict__.clear()

    def _move_to(self, project):
        self._forget_project_modules()
        for folder in self._folders(self._project) if self._project else ():
            self._path.remove(folder)
        self._project = project
        place = next((i for i, folder in enumerate(self._path) if folder.endswith(_PACKAGE_FOLDERS)), len(self._path))
        # After Python's own modules, which no file of a project may replace, and before installed ones.
        self._path[place:place] = self._folders(project)
        self._environment[REPOSITORY_VARIABLE] = project

    @staticmethod
    def _folders(project):
        # The parent first: blocks import `project_name.utils`, as in Mage; `utils` alone works too.
        return [os.path.dirname(project), project]

    def _restore_environment(self):
        for name in set(os.environ) - set(self._environment):
            del os.environ[name]
        for name, value in self._environment.items():
            if os.environ.get(name) != value:
                os.environ[name] = value

    def _forget_project_modules(self):
        new = sys.modules.keys() - self._known_modules
        # All are looked at before the first goes: the place of a module may depend on its parent.
        forgotten = [name for name in new if self._is_of_project(sys.modules[name])]
        for name in forgotten:
            del sys.modules[name]
        self._known_modules.update(new.difference(forgotten))

    def _is_of_project(self, module):
        if self._project is None:
            return False
        places = [getattr(module, "__file__", None)]
        if places == [None]:
            places = list(getattr(module, "__path__", ()))
        below = self._project + os.sep
        return any(
            place and (place + os.sep).startswith(below) and not any(part in place for part in _PACKAGE_FOLDERS)
            for place in places
        )

    def _module_name(self, file):
        relative = os.path.relpath(file, os.path.dirname(self._project))
        parts = os.path.splitext(relative)[0].split(os.sep)
        return ".".join(parts) if all(part.isidentifier() for part in parts) else None
