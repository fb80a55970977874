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

    def add(self, decorator, function):
        """Registers a function."""
        if getattr(function, "__globals__", self._namespace) is self._namespace:
            self._functions.setdefault(decorator, []).append(function)

    def functions(self, decorator):
        """The functions under one decorator."""
        return self._functions.get(decorator, [])

    def __enter__(self):
        global _running
        _running = self
        return self

    def __exit__(self, *_):
        global _running
        _running = None


def decorator(name):
    """The decorator of that name; works as `@name`, `@name()` and `@name("argument")`."""

    def decorate(*arguments, **options):
        if len(arguments) == 1 and callable(arguments[0]) and not options:
            return _register(name, arguments[0])
        return lambda function: _register(name, function)

    decorate.__name__ = name
    return decorate


def _register(name, function):
    if _running is not None:
        _running.add(name, function)
    return function
