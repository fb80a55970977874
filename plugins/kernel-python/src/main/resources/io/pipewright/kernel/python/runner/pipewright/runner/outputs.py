"""What a block returns, as a list of outputs."""

import types

_LAZY = (types.GeneratorType, map, filter, zip)


def as_items(value):
    """What a dynamic block returns: `[items]` or `[items, what is said about each]`; any other value is the items."""
    if isinstance(value, _LAZY):
        value = list(value)
    if value is None:
        return []
    if type(value) in (list, tuple) and _is_convention(value):
        return [list(part) if isinstance(part, (*_LAZY, tuple, range)) else part for part in value]
    return [list(value) if isinstance(value, tuple) else value]


def _is_convention(value):
    if len(value) == 2:
        return _has_items(value[0]) and isinstance(value[1], list) and all(isinstance(x, (dict, type(None))) for x in value[1])
    return len(value) == 1 and _has_items(value[0])


def _has_items(value):
    return isinstance(value, (list, tuple, range, *_LAZY)) or hasattr(value, "iloc")


def as_outputs(value):
    """None gives no output; a list or tuple one for each item; a generator one for each thing it yields; else one."""
    if value is None:
        return []
    if isinstance(value, _LAZY):
        return list(value)
    return list(value) if type(value) in (list, tuple) else [value]
