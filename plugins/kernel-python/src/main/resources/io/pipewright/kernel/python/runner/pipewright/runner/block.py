"""Runs one block once: source, function, arguments, outputs, tests."""

import ast
import linecache
import types

from pipewright.decorators import Registry, decorator
from pipewright.runner import arguments, block_tests, process_tree
from pipewright.runner.errors import BlockError, StoredOutputError
from pipewright.runner.outputs import as_outputs
from pipewright.runner.values import UnstorableValueError
from pipewright.runner.variables import keyword_arguments
from pipewright.tables.names import DuplicateColumnError
from pipewright.tables.tagged import UnstorableCellError

_DECORATORS = {"conditional": "condition"}

_UNSTORABLE = (DuplicateColumnError, UnstorableCellError, UnstorableValueError)

# Blocks whose return value is a decision, not data.
_WITHOUT_OUTPUTS = ("sensor", "conditional", "callback")


class BlockRun:
    """One request to run a block.

    surroundings: makes the block's module. store: reads and writes stored outputs.
    """

    def __init__(self, request, surroundings, store):
        self._request = request
        self._block = request["block"]
        self._surroundings = surroundings
        self._store = store
        self._decorator = _DECORATORS.get(self._block["type"], self._block["type"])
        self.outputs = []
        self.tests = None

    def execute(self):
        """Runs the block. `outputs` and `tests` are set as far as it comes; raises what the block raises."""
        inputs = self._read_inputs()
        with self._surroundings.namespace(self._block["uuid"], self._block["file"]) as namespace:
            self._run_in(namespace, inputs)

    def _run_in(self, namespace, inputs):
        self._fill(namespace, inputs)
        with Registry(namespace) as registry:
            for name in (self._decorator, "test", "preprocesser"):
                namespace[name] = decorator(name)
            exec(_compiled(self._block["file"], self._block["source"]), namespace)
            values = self._call(self._function(registry, namespace), registry.functions("preprocesser"), inputs)
            self._write_outputs(values)
            if self._request.get("run_tests", True):
                self.tests = self._test(registry.functions("test"))

    def _read_inputs(self):
        """One value for each upstream block: its output, or a list of several, or an empty list for none."""
        values = []
        seen = set()
        for upstream in self._request["inputs"]:
            # Mage gives a block that is listed twice only once.
            values.append(None if upstream["uuid"] in seen else self._read_upstream(upstream))
            seen.add(upstream["uuid"])
        return values

    def _read_upstream(self, upstream):
        outputs = sorted(upstream["outputs"], key=_output_number)
        try:
            values = [self._store.read(output["folder"]) for output in outputs]
        except StoredOutputError as e:
            raise StoredOutputError(
                'Block "%s" stored an output that cannot be read: %s. Run it again.' % (upstream["uuid"], e)
            ) from e
        return values[0] if len(values) == 1 else values

    def _fill(self, namespace, inputs):
        for number, (upstream, value) in enumerate(zip(self._request["inputs"], inputs), 1):
            namespace["df_%d" % number] = value
            namespace.setdefault(upstream["uuid"], value)

    def _function(self, registry, namespace):
        functions = registry.functions(self._decorator)
        if functions:
            return functions[0]
        # An imported decorator that registers nothing (of an installed mage_ai) took the place of ours.
        for name in _decorated_names(self._block["source"], self._decorator):
            if isinstance(namespace.get(name), types.FunctionType):
                return namespace[name]
        raise BlockError(
            'Block "%s" does not have any decorated functions. '
            "Make sure that a function in the block is decorated with @%s."
            % (self._block["uuid"], self._decorator)
        )

    def _call(self, function, preprocessers, inputs):
        self._variables = keyword_arguments(self._request)
        signature = arguments.Signature(function)
        arguments.check(
            self._block["uuid"], function, signature, [upstream["uuid"] for upstream in self._request["inputs"]]
        )
        for preprocesser in preprocessers:
            preprocesser(*inputs, **arguments.Signature(preprocesser).keywords(self._variables, len(inputs)))
        value = function(*inputs, **signature.keywords(self._variables, len(inputs)))
        process_tree.end_if_forked()
        return as_outputs(value)

    def _write_outputs(self, values):
        if self._block["type"] in _WITHOUT_OUTPUTS:
            return
        for number, value in enumerate(values):
            name = "output_%d" % number
            try:
                stored = self._store.write(self._request["output_folder"], name, value)
            except _UNSTORABLE as e:
                raise e if len(values) == 1 else type(e)("%s: %s" % (name, e)) from e
            self.outputs.append({"name": name, **stored})

    def _test(self, tests):
        if not tests:
            return None
        # Tests see what was stored, as the next block will.
        stored = [self._store.read_back(self._request["output_folder"], output["name"]) for output in self.outputs]
        return block_tests.run(self._block["uuid"], tests, stored, self._variables)


def _output_number(output):
    number = output["name"].rpartition("_")[2]
    return (0, int(number), "") if number.isdigit() else (1, 0, output["name"])


_code = {}


def _compiled(file, source):
    """The code of a source, kept until the source changes; tracebacks show its lines, saved or not."""
    known = _code.get(file)
    if known is None or known[0] != source:
        known = _code[file] = (source, compile(source, file, "exec", dont_inherit=True))
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    return known[1]


def _decorated_names(source, decorator_name):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and any(_name_of(d) == decorator_name for d in node.decorator_list):
            yield node.name


def _name_of(node):
    if isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
