"""The memory that the worker may reserve."""

_GIBIBYTE = 1 << 30


def apply(memory):
    """Limits the address space of this process and its children. memory: bytes they may really use, None for no limit.

    The engine watches real memory and acts on it; this is for the allocation that is faster than any watcher. It lies
    well above: interpreters and native libraries reserve much more than they use.
    """
    if memory is None:
        return
    try:
        import resource
    except ImportError:
        # Windows has no such limit for a process; the engine's watch is all there is.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = 2 * memory + 4 * _GIBIBYTE
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
