"""A pipeline's metadata.yaml, as far as blocks read and change it: its variables."""

import os
import shutil
import tempfile
from contextlib import contextmanager

from mage_ai.settings.repo import get_repo_path
from pipewright.yaml import YamlError, load
from pipewright.yaml.editing import remove_entry, set_entry

_VARIABLES = "variables"


class PipelineFileError(Exception):
    """The pipeline's file cannot be read or changed; the message says why."""


class PipelineFile:
    """The file of one pipeline."""

    def __init__(self, pipeline, project=None):
        self._pipeline = pipeline
        self._path = os.path.realpath(
            os.path.join(project or get_repo_path(), "pipelines", pipeline, "metadata.yaml")
        )

    def variables(self):
        """The map `variables`; empty if there is none."""
        with self._explained("read the variables"):
            return (load(self._text()) or {}).get(_VARIABLES) or {}

    def set_variable(self, name, value):
        """Writes one variable and leaves everything else as it is."""
        with self._explained("set the variable %r" % name):
            self._change(lambda text: set_entry(text, _VARIABLES, name, value))

    def delete_variable(self, name):
        """Takes one variable out, if it is there."""
        with self._explained("delete the variable %r" % name):
            self._change(lambda text: remove_entry(text, _VARIABLES, name))

    def _text(self):
        # Line ends stay as they are.
        with open(self._path, encoding="utf-8", newline="") as file:
            return file.read()

    def _change(self, edit):
        with _alone_in(os.path.dirname(self._path)):
            before = self._text()
            after = edit(before)
            if after != before:
                self._write(after)

    def _write(self, text):
        handle, temporary = tempfile.mkstemp(prefix=".metadata-", suffix=".tmp", dir=os.path.dirname(self._path))
        try:
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(self._path, temporary)
            os.replace(temporary, self._path)
        except BaseException:
            os.remove(temporary)
            raise

    @contextmanager
    def _explained(self, action):
        try:
            yield
        except FileNotFoundError:
            reason = "there is no file %s; check the pipeline's name" % self._path
        except (OSError, YamlError, TypeError, AttributeError) as e:
            reason = "%s (%s)" % (e, self._path)
        else:
            return
        raise PipelineFileError('Cannot %s of pipeline "%s": %s' % (action, self._pipeline, reason)) from None


@contextmanager
def _alone_in(folder):
    """Keeps blocks in other processes from changing a file of the folder at the same time, where the system can."""
    try:
        import fcntl
    except ImportError:
        # Windows: a folder cannot be locked there.
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
