"""What went wrong in a block, as the engine shows it: without the frames of the worker itself."""

import os
import sys
import traceback

from pipewright.tables.names import DuplicateColumnError

_OWN_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class BlockError(Exception):
    """The block cannot run as it is written; the message says what to change."""


class TestFailed(Exception):
    """The block ran, and some of its tests did not pass.

    headline: what happened. said: what the tests said.
    """

    def __init__(self, headline, said):
        super().__init__("%s: %s" % (headline, said))
        self.headline = headline


class StoredOutputError(Exception):
    """What an upstream block stored cannot be read."""


# Errors that speak to the author of the block.
_WORDED = (BlockError, TestFailed, StoredOutputError, DuplicateColumnError)


def failure(error, block_file, interrupted=False):
    """The `error` of a result. interrupted: whether the engine asked for it."""
    kind, message = _words(error, interrupted)
    report = traceback.TracebackException.from_exception(error)
    _trim(report)
    file, line = _place(error, block_file)
    lines = list(report.format())
    if isinstance(error, _WORDED):
        # The message says it all; Mage's own complaints are plain exceptions too.
        lines[-1] = "Exception: %s\n" % getattr(error, "headline", message)
    elif type(error).__module__ not in sys.modules:
        # The block's own class, whose module went with the run: as its author calls it.
        lines[-1] = _without_prefix(lines[-1], type(error).__module__ + ".")
    return {"type": kind, "message": message, "file": file, "line": line, "traceback": "".join(lines)}


def _without_prefix(text, prefix):
    return text[len(prefix) :] if text.startswith(prefix) else text


def _words(error, interrupted):
    if interrupted:
        return "Interrupted", "the block was interrupted"
    if isinstance(error, SystemExit):
        return "SystemExit", "the block called sys.exit(%s); a block ends by returning" % _exit_code(error)
    if isinstance(error, MemoryError) and not str(error):
        return "MemoryError", "the block asked for more memory than it may use"
    return type(error).__name__, str(error)


def _exit_code(error):
    return "" if error.code is None else repr(error.code)


def _is_own(filename):
    return filename.startswith(_OWN_FOLDER)


def _trim(report):
    """Leaves the frames of user code and of what it called, also in the causes."""
    seen = set()
    waiting = [report]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        one.stack[:] = [frame for frame in one.stack if not _is_own(frame.filename)]
        waiting += [one.__cause__, one.__context__]


def _place(error, block_file):
    """The deepest line of the block that the error went through; of a syntax error, the line it is on."""
    if isinstance(error, SyntaxError) and error.filename == block_file:
        return block_file, error.lineno
    line = None
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == block_file:
            line = number
    return block_file, line
