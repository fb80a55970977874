"""What a block returns, as a list of outputs."""

import types

_LAZY = (types.GeneratorType, map, filter, zip)


def as_outputs(value):
    """None gives no output; a list or tuple one for each item; a generator one for each thing it yields; else one."""
    if value is None:
        return []
    if isinstance(value, _LAZY):
        return list(value)
    return list(value) if type(value) in (list, tuple) else [value]
