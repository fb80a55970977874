"""The code of a block: compiled once, run in a namespace of its own, its decorated functions registered."""

import ast
import linecache
from contextlib import contextmanager

from pipewright.decorators import Registry, decorator

_code = {}


@contextmanager
def loaded(surroundings, block, decorators, names):
    """Runs the block's source; gives its namespace and the registry of its functions while they are of use.

    decorators: names of those that are there without an import. names: further globals.
    """
    with surroundings.namespace(block["uuid"], block["file"]) as namespace:
        for name, value in names.items():
            namespace.setdefault(name, value)
        with Registry(namespace) as registry:
            for name in decorators:
                namespace[name] = decorator(name)
            exec(_compiled(block["file"], block["source"]), namespace)
            yield namespace, registry


def _compiled(file, source):
    """The code of a source, kept until the source changes; tracebacks show its lines, saved or not."""
    known = _code.get(file)
    if known is None or known[0] != source:
        known = _code[file] = (source, compile(source, file, "exec", dont_inherit=True))
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    return known[1]


def decorated_names(source, decorator_name):
    """The functions that a source has under a decorator, whoever's decorator it is."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and any(_name_of(d) == decorator_name for d in node.decorator_list):
            yield node.name


def _name_of(node):
    if isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
