"""The worker's end of the channel to the engine: frames of JSON over a local socket."""

import json
import os
import queue
import socket
import struct
import threading

from pipewright.runner.literals import from_json

MAX_FRAME_BYTES = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class FrameTooLargeError(ValueError):
    """A message that does not fit in one frame."""


class Channel:
    """Sends messages, and collects the requests that a thread of its own reads.

    on_interrupt: called with the id of the request that should stop. on_close: called when the engine is gone; both on
    the reading thread.
    """

    def __init__(self, address, on_interrupt, on_close):
        self._socket = _connect(address)
        self._requests = queue.SimpleQueue()
        self._sending = threading.Lock()
        self._on_interrupt = on_interrupt
        self._on_close = on_close
        if hasattr(os, "register_at_fork"):
            # A child of user code must neither hold the channel open nor speak on it.
            os.register_at_fork(after_in_child=self._socket.close)

    def start(self):
        """Starts to read."""
        threading.Thread(target=self._read, name="pipewright-channel", daemon=True).start()

    def send(self, message):
        """Sends one message. Thread: any."""
        body = json.dumps(message).encode("ascii")
        if len(body) > MAX_FRAME_BYTES:
            raise FrameTooLargeError("a message of %d bytes is over the limit of %d" % (len(body), MAX_FRAME_BYTES))
        with self._sending:
            self._socket.sendall(_LENGTH.pack(len(body)) + body)

    def next_request(self, seconds=None):
        """Waits for the next request; None means: stop. Raises queue.Empty if there is none within the time."""
        return self._requests.get(timeout=seconds)

    def _read(self):
        try:
            with self._socket.makefile("rb") as stream:
                while self._take(stream):
                    pass
        except OSError:
            # The engine was killed; to the worker that is the same as a closed channel.
            pass
        self._on_close()

    def _take(self, stream):
        head = stream.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return False
        size = _LENGTH.unpack(head)[0]
        if size > MAX_FRAME_BYTES:
            return False
        body = stream.read(size)
        if len(body) < size:
            return False
        self._dispatch(json.loads(body.decode("utf-8"), object_hook=from_json))
        return True

    def _dispatch(self, message):
        kind = message["type"]
        if kind == "interrupt":
            self._on_interrupt(message["id"])
        elif kind == "stop":
            self._requests.put(None)
        else:
            self._requests.put(message)


def _connect(address):
    kind, _, place = address.partition(":")
    if kind == "unix":
        client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        client.connect(place)
        return client
    host, _, port = place.rpartition(":")
    client = socket.create_connection((host, int(port)))
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client
