"""What the upstream blocks of a request have stored."""

from pipewright.runner.errors import StoredOutputError


def read_inputs(request, store):
    """One value for each upstream block: its output, or a list of several, or an empty list for none."""
    values = []
    seen = set()
    for upstream in request["inputs"]:
        # Mage gives a block that is listed twice only once.
        values.append(None if upstream["uuid"] in seen else _given(upstream, store))
        seen.add(upstream["uuid"])
    return values


def item_variables(request, store):
    """What dynamic upstream blocks say about the items that this block gets; later ones win."""
    variables = {}
    for upstream in request["inputs"]:
        if "item" in upstream and len(upstream["outputs"]) > 1:
            notes = _stored(upstream["uuid"], upstream["outputs"], store)[1]
            variables.update(notes[upstream["item"]] or {})
    return variables


def _given(upstream, store):
    if "children" in upstream:
        return _reduced([_stored(upstream["uuid"], outputs, store) for outputs in upstream["children"]])
    values = _stored(upstream["uuid"], upstream["outputs"], store)
    if "item" in upstream:
        items = values[0]
        return items.iloc[upstream["item"]] if hasattr(items, "iloc") else items[upstream["item"]]
    return values[0] if len(values) == 1 else values


def _reduced(children):
    """One list of all children's outputs: lists are joined, other values appended. Of several outputs, one list each."""
    lists = []
    for position in range(max(map(len, children), default=1)):
        joined = []
        for values in children:
            if position < len(values):
                value = values[position]
                joined.extend(value) if isinstance(value, list) else joined.append(value)
        lists.append(joined)
    return lists[0] if len(lists) == 1 else lists


def _stored(uuid, outputs, store):
    outputs = sorted(outputs, key=_output_number)
    try:
        return [store.read(output["folder"]) for output in outputs]
    except StoredOutputError as e:
        raise StoredOutputError(
            'Block "%s" stored an output that cannot be read: %s. Run it again.' % (uuid, e)
        ) from e


def _output_number(output):
    number = output["name"].rpartition("_")[2]
    return (0, int(number), "") if number.isdigit() else (1, 0, output["name"])
