"""Runs what is attached to a block: a conditional that decides about it, a callback that hears how it ended."""

import builtins
import traceback

from pipewright.runner.arguments import Signature
from pipewright.runner.code import loaded
from pipewright.runner.inputs import read_inputs
from pipewright.runner.pipeline_run import PipelineRun
from pipewright.runner.variables import keyword_arguments

# What a callback finds in its keyword arguments depends on when it is called, as in Mage.
_WITHOUT = {"success": (), "failure": ("logger",), "cancelled": ("logger", "retry")}
_FORMER_DECORATORS = {"success": "on_success", "failure": "on_failure"}


class ConditionRun:
    """One request to decide. Its answer is in `decision`; it has no outputs and no tests."""

    tests = None
    outputs = ()

    def __init__(self, request, surroundings, store):
        self._request = request
        self._surroundings = surroundings
        self._store = store
        self.decision = None

    def execute(self):
        """Asks every function under @condition. One that raises says no; a file without any says yes."""
        inputs = read_inputs(self._request, self._store)
        variables = _variables(self._request, ("logger", "retry"))
        block = self._request["block"]
        with loaded(self._surroundings, block, ("condition", "test"), {}) as (_, registry):
            answers = [_says_yes(function, inputs, variables) for function in registry.functions("condition")]
        self.decision = all(answers)


class CallbackRun:
    """One request to call back. It has no outputs, no tests and nothing to decide."""

    tests = None
    outputs = ()
    decision = None

    def __init__(self, request, surroundings, store):
        self._request = request
        self._surroundings = surroundings
        self._store = store

    def execute(self):
        """Calls the functions that are for this moment; raises what they raise."""
        moment = self._request["moment"]
        inputs = read_inputs(self._request, self._store)
        variables = _variables(self._request, _WITHOUT[moment])
        if self._request["error"]:
            variables["__error"] = _exception(self._request["error"])
        block = self._request["block"]
        with loaded(self._surroundings, block, ("callback", "on_success", "on_failure"), {}) as (_, registry):
            functions = registry.functions("callback", moment) + registry.functions(_FORMER_DECORATORS.get(moment))
            for function in functions:
                _call_back(function, self._request["parent"], inputs, variables)


def _says_yes(function, inputs, variables):
    signature = Signature(function)
    given = inputs if signature.takes_any_inputs else inputs[: len(signature.named)]
    try:
        return bool(function(*given, **signature.keywords(variables, len(given))))
    except Exception:
        # Any failure of a condition is an answer; its author finds the reason in the log.
        traceback.print_exc()
        return False


def _call_back(function, parent, inputs, variables):
    signature = Signature(function)
    if inputs and (signature.named or signature.takes_any_inputs):
        function(inputs[0], **signature.keywords(variables, 1))
        return
    if inputs:
        variables = {**variables, "__input": {parent: inputs[0], "df_1": inputs[0]}}
    function(**signature.keywords(variables, 0))


def _variables(request, without):
    variables = keyword_arguments(request)
    for name in without:
        del variables[name]
    variables["parent_block_uuid"] = request["parent"]
    variables["pipeline_run"] = PipelineRun(request["variables"], request["pipeline_uuid"])
    return variables


def _exception(error):
    """The parent's exception as far as its name and message tell; its own class may be in another process only."""
    kind = getattr(builtins, error["type"], None)
    if not (isinstance(kind, type) and issubclass(kind, Exception)):
        kind = type(error["type"], (Exception,), {})
    try:
        return kind(error["message"])
    except TypeError:
        # Some classes want more than a message, as UnicodeDecodeError does.
        return Exception("%s: %s" % (error["type"], error["message"]))
