"""The worker's loop: takes requests, runs blocks, answers. Only this module may catch everything."""

import os
import queue
import sys
from importlib import metadata
from importlib.util import find_spec

from pipewright import given
from pipewright.runner import errors, limits, process_tree
from pipewright.runner.add_ons import CallbackRun, ConditionRun
from pipewright.runner.block import BlockRun
from pipewright.runner.channel import Channel, FrameTooLargeError
from pipewright.runner.interrupts import Interrupts
from pipewright.runner.preload import Preload
from pipewright.runner.storage import Store
from pipewright.runner.streams import Streams
from pipewright.runner.surroundings import Surroundings

# How long nothing must happen before packages are imported ahead.
_IDLE_SECONDS = 0.02

_KINDS = {"execute": BlockRun, "decide": ConditionRun, "call_back": CallbackRun}


class Worker:
    """One worker process."""

    def __init__(self, channel, streams, interrupts, surroundings):
        self._channel = channel
        self._streams = streams
        self._interrupts = interrupts
        self._surroundings = surroundings
        self._store = Store()

    def serve(self, preload):
        """Answers requests until the engine says stop."""
        while True:
            request = self._next(preload)
            if request is None:
                return
            self._answer(self._run(request))

    def _next(self, preload):
        while preload.has_more():
            try:
                return self._channel.next_request(_IDLE_SECONDS)
            except queue.Empty:
                preload.import_one()
        return self._channel.next_request()

    def _run(self, request):
        self._streams.restore()
        run = _KINDS[request.get("task", "execute")](request, self._surroundings, self._store)
        error = None
        try:
            with self._interrupts.during(request["id"]):
                self._surroundings.prepare(request["project"])
                run.execute()
                if run.tests is not None:
                    run.tests.raise_if_failed(request["block"]["uuid"])
        except BaseException as e:
            error = errors.failure(e, request["block"]["file"], self._interrupts.was_asked(request["id"]))
        process_tree.end_if_forked()
        return {
            "type": "result",
            "id": request["id"],
            "status": "failed" if error else "completed",
            "outputs": list(run.outputs),
            "decision": run.decision,
            "tests": run.tests.as_json() if run.tests else {"passed": 0, "failed": 0, "failures": []},
            "error": error,
        }

    def _answer(self, result):
        self._streams.mark_end(result["id"])
        try:
            self._channel.send(result)
        except FrameTooLargeError as e:
            error = {"type": "FrameTooLargeError", "message": str(e), "file": None, "line": None, "traceback": ""}
            self._channel.send({**result, "status": "failed", "outputs": [], "error": error})


def main():
    """Runs the worker of this process."""
    limits.apply(given.memory_limit)
    process_tree.lead_a_group()
    interrupts = Interrupts()
    channel = Channel(given.address, interrupts.interrupt, process_tree.end)
    channel.send(_hello(given.token))
    channel.start()
    worker = Worker(channel, Streams(given.token), interrupts, Surroundings())
    worker.serve(Preload(given.project))
    _leave()


def _hello(token):
    runtime = "%s %s" % (
        sys.implementation.name.replace("cpython", "CPython"),
        ".".join(map(str, sys.version_info[:3])),
    )
    features = {name: _version(name) for name in ("pandas", "pyarrow")}
    return {
        "type": "hello",
        "token": token,
        "pid": os.getpid(),
        "kernel": "python",
        "runtime": runtime,
        "features": features,
    }


def _version(package):
    """The installed version, or None. Does not import the package."""
    if find_spec(package) is None:
        return None
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"


def _leave():
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    duckdb = sys.modules.get("pipewright.duckdb.connection")
    if duckdb is not None:
        duckdb.close()
    process_tree.end(0)
