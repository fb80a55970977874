"""The decorators of blocks. Inside a block that runs they register its functions; anywhere else they change nothing."""

_running = None


class Registry:
    """The decorated functions of the block that runs now, in the order of the source.

    namespace: the block's globals. A decorator that is imported, not injected, counts only for functions that were
    written there: importing another block's file must not register that block's functions.
    """

    def __init__(self, namespace):
        self._namespace = namespace
        self._functions = {}

    def add(self, decorator, argument, function):
        """Registers a function."""
        if getattr(function, "__globals__", self._namespace) is self._namespace:
            self._functions.setdefault((decorator, argument), []).append(function)

    def functions(self, decorator, argument=None):
        """The functions under one decorator, or under one with that argument."""
        return self._functions.get((decorator, argument), [])

    def __enter__(self):
        global _running
        _running = self
        return self

    def __exit__(self, *_):
        global _running
        _running = None


# Of decorators whose argument matters: what it is when there is none.
_USUAL_ARGUMENT = {"callback": "success"}


def decorator(name):
    """The decorator of that name; works as `@name`, `@name()` and `@name("argument")`."""
    usual = _USUAL_ARGUMENT.get(name)

    def decorate(*arguments, **options):
        if len(arguments) == 1 and callable(arguments[0]) and not options:
            return _register(name, usual, arguments[0])
        argument = arguments[0] if usual and arguments else usual
        return lambda function: _register(name, argument, function)

    decorate.__name__ = name
    return decorate


def _register(name, argument, function):
    if _running is not None:
        _running.add(name, argument, function)
    return function
