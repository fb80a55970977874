"""Reads and edits the YAML of project files, also where PyYAML is not installed."""

from importlib.util import find_spec

from pipewright.yaml.errors import YamlError

__all__ = ["YamlError", "load"]


def load(text):
    """The value of a YAML text. Raises YamlError, naming the line."""
    if find_spec("yaml") is None:
        from pipewright.yaml.reader import Reader

        return Reader(text).document()
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        raise YamlError(getattr(e, "problem", None) or str(e), mark.line + 1 if mark else None) from None
