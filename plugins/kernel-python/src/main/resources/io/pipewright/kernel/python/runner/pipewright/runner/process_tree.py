"""Ends the worker and every process that its blocks started: the one place that differs by operating system."""

import os
import signal
import subprocess
import sys

_WINDOWS = sys.platform == "win32"
_WORKER = os.getpid()
# At once, also when a block has put something else in its place.
_exit = os._exit


def end_if_forked():
    """Ends a child that user code forked and that came back from it; only its parent is a worker."""
    if os.getpid() != _WORKER:
        _exit(0)


def lead_a_group():
    """Makes the worker the leader of its own process group, so that the group can be ended as one."""
    if not _WINDOWS and os.getpgrp() != os.getpid():
        os.setsid()


def end(status=1):
    """Ends the children and then this process, at once. Thread: any. Does not return."""
    if _WINDOWS:
        _end_windows()
    else:
        _kill_children()
        if status and os.getpgrp() == os.getpid():
            os.killpg(os.getpid(), signal.SIGKILL)
    _exit(status)


def _end_windows():
    subprocess.run(
        ["taskkill", "/F", "/T", "/PID", str(os.getpid())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )


def _kill_children():
    """Also those that left the group, where the operating system tells who they are."""
    for pid in _descendants(os.getpid()):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            # It ended by itself.
            pass


def _descendants(root):
    children = {}
    for pid, parent in _processes():
        children.setdefault(parent, []).append(pid)
    found, waiting = [], [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _processes():
    """`(pid, parent)` of every process."""
    if os.path.isdir("/proc/self"):
        return [(int(name), _parent(name)) for name in os.listdir("/proc") if name.isdigit()]
    # No child of ours may be among them when this returns, hence run, which waits.
    listing = subprocess.run(["ps", "-axo", "pid=,ppid="], stdout=subprocess.PIPE, check=False).stdout
    return [(int(pid), int(parent)) for pid, parent in (line.split() for line in listing.splitlines())]


def _parent(pid):
    try:
        with open("/proc/%s/stat" % pid, "rb") as file:
            # The name, in parentheses, may hold anything; the parent is the second field after it.
            return int(file.read().rpartition(b")")[2].split()[1])
    except OSError:
        return 0
