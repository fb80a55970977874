"""Runs one block once: source, function, arguments, outputs, tests."""

import types

from pipewright.runner import arguments, block_tests, process_tree
from pipewright.runner.code import decorated_names, loaded
from pipewright.runner.errors import BlockError
from pipewright.runner.inputs import item_variables, read_inputs
from pipewright.runner.outputs import as_items, as_outputs
from pipewright.runner.values import UnstorableValueError
from pipewright.runner.variables import keyword_arguments
from pipewright.tables.names import DuplicateColumnError
from pipewright.tables.tagged import UnstorableCellError

_UNSTORABLE = (DuplicateColumnError, UnstorableCellError, UnstorableValueError)


class BlockRun:
    """One request to run a block.

    surroundings: makes the block's module. store: reads and writes stored outputs.
    """

    def __init__(self, request, surroundings, store):
        self._request = request
        self._block = request["block"]
        self._surroundings = surroundings
        self._store = store
        self._decorator = self._block["type"]
        self.outputs = []
        self.tests = None
        # What a sensor says.
        self.decision = None

    def execute(self):
        """Runs the block. `outputs` and `tests` are set as far as it comes; raises what the block raises."""
        inputs = read_inputs(self._request, self._store)
        decorators = (self._decorator, "test", "preprocesser")
        with loaded(self._surroundings, self._block, decorators, self._names(inputs)) as (namespace, registry):
            function = self._function(registry, namespace)
            if self._block["type"] == "sensor":
                self.decision = bool(self._ask(function, inputs))
                return
            values = self._call(function, registry.functions("preprocesser"), inputs)
            split = as_items if self._block["configuration"].get("dynamic") is True else as_outputs
            self._write_outputs(split(values))
            if self._request.get("run_tests", True):
                self.tests = self._test(registry.functions("test"))

    def _names(self, inputs):
        names = {}
        for number, (upstream, value) in enumerate(zip(self._request["inputs"], inputs), 1):
            names["df_%d" % number] = value
            names.setdefault(upstream["uuid"], value)
        return names

    def _function(self, registry, namespace):
        functions = registry.functions(self._decorator)
        if functions:
            return functions[0]
        # An imported decorator that registers nothing (of an installed mage_ai) took the place of ours.
        for name in decorated_names(self._block["source"], self._decorator):
            if isinstance(namespace.get(name), types.FunctionType):
                return namespace[name]
        raise BlockError(
            'Block "%s" does not have any decorated functions. '
            "Make sure that a function in the block is decorated with @%s."
            % (self._block["uuid"], self._decorator)
        )

    def _ask(self, sensor, inputs):
        variables = keyword_arguments(self._request)
        signature = arguments.Signature(sensor)
        # A sensor often looks at something else than its upstreams, so it need not take them.
        given = inputs if signature.takes_any_inputs else inputs[: len(signature.named)]
        value = sensor(*given, **signature.keywords(variables, len(given)))
        process_tree.end_if_forked()
        return value

    def _call(self, function, preprocessers, inputs):
        self._variables = {**keyword_arguments(self._request), **item_variables(self._request, self._store)}
        signature = arguments.Signature(function)
        arguments.check(
            self._block["uuid"], function, signature, [upstream["uuid"] for upstream in self._request["inputs"]]
        )
        for preprocesser in preprocessers:
            preprocesser(*inputs, **arguments.Signature(preprocesser).keywords(self._variables, len(inputs)))
        value = function(*inputs, **signature.keywords(self._variables, len(inputs)))
        process_tree.end_if_forked()
        return value

    def _write_outputs(self, values):
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
