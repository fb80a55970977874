"""Turns an `interrupt` of the engine into KeyboardInterrupt in the block that runs, and only there."""

import signal
import sys
import threading
import _thread
from contextlib import contextmanager


class Interrupts:
    """Knows which request may be interrupted now. Made on the main thread, where blocks run."""

    def __init__(self):
        self._main = threading.main_thread().ident
        self._lock = threading.Lock()
        self._request = None
        self._asked = None
        self._stopped = None
        self._inside = False

    @contextmanager
    def during(self, request):
        """While inside, the request can be interrupted. Raises KeyboardInterrupt at once if that was asked before."""
        # Each time anew: the block before may have put its own handler there.
        signal.signal(signal.SIGINT, self._on_signal)
        with self._lock:
            self._request = request
            asked = self._asked == request
        try:
            self._inside = True
            if asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._inside = False
            with self._lock:
                self._stopped = self._asked
                self._request = self._asked = None

    def was_asked(self, request):
        """Whether that request, the last that ran, was interrupted by the engine."""
        return self._stopped == request

    def interrupt(self, request):
        """Stops that request, now or as soon as it starts. Thread: any but the main one."""
        with self._lock:
            self._asked = request
            if self._request != request:
                return
            if hasattr(signal, "pthread_kill"):
                # Wakes the main thread also from a sleep or a wait.
                signal.pthread_kill(self._main, signal.SIGINT)
            else:
                _thread.interrupt_main()
        _interrupt_query()

    def _on_signal(self, number, frame):
        # A signal that comes late must not hit the worker's own work between two blocks.
        if self._inside:
            raise KeyboardInterrupt


def _interrupt_query():
    # Not imported here: if no block used a table, there is nothing to interrupt.
    duckdb = sys.modules.get("pipewright.duckdb.connection")
    if duckdb is not None:
        duckdb.interrupt()
