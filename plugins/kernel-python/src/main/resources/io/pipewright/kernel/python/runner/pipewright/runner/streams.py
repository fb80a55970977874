"""Standard output and error: they belong to user code; the worker only marks where a block ends."""

import io
import os
import sys

from pipewright.runner.bursts import Bursts, Counted

_MARK = "\x1e%s:%d\x1e\n"
_BUFFER_BYTES = 64 * 1024


class Streams:
    """Keeps the streams as they were at the start, whatever a block does to `sys.stdout`."""

    def __init__(self, token):
        self._token = token
        bursts = Bursts(_flush)
        self._streams = tuple(_opened(stream, bursts) for stream in (sys.stdout, sys.stderr))
        sys.__stdout__, sys.__stderr__ = self._streams
        self.restore()
        # Copies: a block may close the files 1 and 2.
        self._files = tuple(os.dup(stream.fileno()) for stream in self._streams)
        bursts.watch(self._streams)

    def restore(self):
        """Gives a new block the real streams."""
        sys.stdout, sys.stderr = self._streams

    def mark_end(self, request):
        """Writes out what was printed, then the mark that tells the engine: all before belongs to this request."""
        for stream in {sys.stdout, sys.stderr, *self._streams}:
            _flush(stream)
        mark = (_MARK % (self._token, request)).encode("ascii")
        for file in self._files:
            try:
                os.write(file, mark)
            except OSError:
                # Nobody reads any more; the channel will tell.
                pass


def _opened(stream, bursts):
    """The same file again: whole lines go out as they are printed, whatever Python's options say."""
    raw = Counted(stream.fileno(), stream.name, bursts.begin)
    buffer = io.BufferedWriter(raw, _BUFFER_BYTES)
    # Characters that UTF-8 lacks are shown, not refused.
    return io.TextIOWrapper(buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _flush(stream):
    try:
        stream.flush()
    except (AttributeError, OSError, ValueError):
        # A block closed the stream, or put something else in its place.
        pass
