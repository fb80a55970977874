"""Makes bursts of prints cheap.

A line goes out as it is printed: a crash right after it loses nothing, and both streams stay in order. But each costs a
system call, too much for a million lines. So when many lines come within a moment, a stream gathers them, and a thread
writes them out 20 times a second until it is quiet again.
"""

import io
import os
import threading
import time

_MOMENT_SECONDS = 0.05
# So many writes within a moment are a burst; fewer bytes within a moment are its end.
_BURST_WRITES = 50
_QUIET_BYTES = 2048


class Counted(io.FileIO):
    """The file below a stream. on_burst: called without arguments when writes come fast; must return at once."""

    def __init__(self, file, name, on_burst):
        super().__init__(file, "w", closefd=False)
        self.name = name
        self.written = 0
        self._on_burst = on_burst
        self._writes = 0
        self._counted_since = 0.0

    def write(self, data):
        """As the file does."""
        self._writes += 1
        if self._writes >= _BURST_WRITES:
            self._look_back()
        count = super().write(data)
        self.written += count or 0
        return count

    def _look_back(self):
        now = time.monotonic()
        if now - self._counted_since < _MOMENT_SECONDS:
            self._on_burst()
        self._writes = 0
        self._counted_since = now


class Bursts:
    """Gathers on all watched streams while one of them has a burst. flush: writes one stream out, never raises."""

    def __init__(self, flush):
        self._flush = flush
        self._streams = ()
        self._gathering = False
        self._asked = threading.Event()
        # Held while this thread uses a stream: a fork must not copy a buffer that is being written.
        self._using = threading.Lock()
        self._exit = os._exit

    def watch(self, streams):
        """Starts. streams: text streams over `Counted`."""
        self._streams = streams
        os._exit = self._write_out_and_exit
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(
                before=self._before_fork, after_in_parent=self._using.release, after_in_child=self._after_fork_in_child
            )
        threading.Thread(target=self._work, name="pipewright-prints", daemon=True).start()

    def begin(self):
        """A burst has begun. Thread: any, also within a write."""
        self._asked.set()

    def _work(self):
        while True:
            self._asked.wait()
            self._gather(True)
            written = -1
            while self._written() - written > _QUIET_BYTES or written < 0:
                written = self._written()
                time.sleep(_MOMENT_SECONDS)
                self._write_out()
            self._asked.clear()
            self._gather(False)

    def _written(self):
        return sum(stream.buffer.raw.written for stream in self._streams)

    def _gather(self, gathers):
        with self._using:
            self._gathering = gathers
            for stream in self._streams:
                try:
                    stream.reconfigure(line_buffering=not gathers)
                except (OSError, ValueError):
                    # A block closed it.
                    pass

    def _write_out(self):
        with self._using:
            for stream in self._streams:
                self._flush(stream)

    def _before_fork(self):
        self._using.acquire()
        for stream in self._streams:
            self._flush(stream)

    def _after_fork_in_child(self):
        # The thread stays with the parent.
        self._using.release()
        os._exit = self._exit
        if self._gathering:
            self._gather(False)

    def _write_out_and_exit(self, status):
        for stream in self._streams:
            self._flush(stream)
        self._exit(status)
