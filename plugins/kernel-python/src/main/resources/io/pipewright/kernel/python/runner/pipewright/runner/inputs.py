"""What the upstream blocks of a request have stored."""

from pipewright.runner.errors import StoredOutputError


def read_inputs(request, store):
    """One value for each upstream block: its output, or a list of several, or an empty list for none."""
    values = []
    seen = set()
    for upstream in request["inputs"]:
        # Mage gives a block that is listed twice only once.
        values.append(None if upstream["uuid"] in seen else _read_upstream(upstream, store))
        seen.add(upstream["uuid"])
    return values


def _read_upstream(upstream, store):
    outputs = sorted(upstream["outputs"], key=_output_number)
    try:
        values = [store.read(output["folder"]) for output in outputs]
    except StoredOutputError as e:
        raise StoredOutputError(
            'Block "%s" stored an output that cannot be read: %s. Run it again.' % (upstream["uuid"], e)
        ) from e
    return values[0] if len(values) == 1 else values


def _output_number(output):
    number = output["name"].rpartition("_")[2]
    return (0, int(number), "") if number.isdigit() else (1, 0, output["name"])
