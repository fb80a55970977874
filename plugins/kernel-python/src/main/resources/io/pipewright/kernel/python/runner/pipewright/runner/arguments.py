"""Which arguments a block's function gets: one for each upstream block, and the run's variables as keywords."""

import inspect

from pipewright.runner.errors import BlockError

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class Signature:
    """The parameters of a function, as far as blocks care."""

    def __init__(self, function):
        parameters = list(inspect.signature(function).parameters.values())
        self.named = [p for p in parameters if p.kind in _POSITIONAL]
        self.keyword_only = [p for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY]
        self.takes_any_inputs = any(p.kind is inspect.Parameter.VAR_POSITIONAL for p in parameters)
        self.takes_any_variables = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters)

    def keywords(self, variables, input_count):
        """The variables that the function can be called with, beside that many positional arguments."""
        if self.takes_any_variables:
            taken = {p.name for p in self.named[:input_count]}
            return {name: value for name, value in variables.items() if name not in taken} if taken else variables
        return {p.name: variables[p.name] for p in self.keyword_only if p.name in variables}


def check(block, function, signature, upstreams):
    """Raises BlockError if the function cannot take one argument for each upstream block."""
    required = [p.name for p in signature.named if p.default is inspect.Parameter.empty]
    count = len(upstreams)
    if len(required) > count:
        raise BlockError(
            'Block "%s": function %s needs %s, but the block has %s. Add the missing upstream blocks, or '
            "remove parameters; variables of the run come as **kwargs."
            % (block, function.__name__, _counted("input", required), _upstream_words(upstreams))
        )
    if count > len(signature.named) and not signature.takes_any_inputs:
        raise BlockError(
            'Block "%s": function %s takes %s, but the block has %s. '
            "Add parameters or *args, or remove upstream blocks."
            % (block, function.__name__, _parameter_words(signature), _upstream_words(upstreams))
        )


def _parameter_words(signature):
    return _counted("input", [p.name for p in signature.named])


def _upstream_words(upstreams):
    return _counted("upstream block", upstreams)


def _counted(thing, names):
    if not names:
        return "no %s" % thing
    return "%d %s%s (%s)" % (len(names), thing, "s" if len(names) > 1 else "", ", ".join(names))
