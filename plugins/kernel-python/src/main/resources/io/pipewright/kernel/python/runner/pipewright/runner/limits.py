"""The memory that the worker may reserve."""

LIMIT_VARIABLE = "PIPEWRIGHT_ADDRESS_SPACE"


def apply(limit):
    """Limits the address space of this process and its children. limit: bytes as text, or None for no limit.

    The engine watches real memory and acts on it; this is for the allocation that is faster than any watcher.
    """
    if not limit:
        return
    try:
        import resource
    except ImportError:
        # Windows has no such limit for a process; the engine's watch is all there is.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(limit)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
