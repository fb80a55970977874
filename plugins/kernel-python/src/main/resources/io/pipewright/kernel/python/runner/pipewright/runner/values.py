"""Values that are no table: plain ones as JSON, any other as a pickle with a JSON view beside it for everybody else.

The pickle is called as Mage calls it, `object.joblib`: joblib reads plain pickles too. It is read in workers only.
"""

import base64
import itertools
import json
import os
import pickle
import sys

from pipewright.tables.folder import write_json

_OBJECT = "object.joblib"
_VIEW_ITEMS = 1000
_VIEW_DEPTH = 20


class UnstorableValueError(TypeError):
    """A value that neither JSON nor pickle can keep."""


def write(folder, value):
    """Stores a value; its kind: `iterable`, None for other plain values, else `custom_object`."""
    text = _plain_text(value)
    if text is not None:
        kind = "iterable" if isinstance(value, (list, tuple)) else None
        sample = json.dumps(value[:_VIEW_ITEMS], default=_plain_number) if kind and len(value) > _VIEW_ITEMS else text
    else:
        kind = "custom_object"
        _write_object(folder, value)
        text = sample = json.dumps(view(value))
    for name, content in (("data.json", text), ("sample_data.json", sample)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)
    if isinstance(value, (list, tuple)):
        write_json(folder, "statistics.json", {"original_row_count": len(value)})
    write_json(folder, "type.json", {"type": kind})
    write_json(folder, "resource_usage.json", {"size": len(text), "path": None})
    return kind


def read(folder):
    """A value that `write` or Mage stored. Raises FileNotFoundError if there is none."""
    for name in (_OBJECT, "model.joblib"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return _read_object(path)
    with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
        return json.load(file)


def _plain_text(value):
    """The JSON of a value that JSON gives back as it was, but for tuples and for keys that are no text; else None."""
    try:
        return json.dumps(value, allow_nan=False, default=_plain_number)
    except (TypeError, ValueError, RecursionError):
        return None


def _plain_number(value):
    """NumPy's numbers as Python's: nobody notices, and every kernel understands."""
    if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0 and value.dtype.kind in "biuf":
        return value.item()
    raise TypeError(type(value).__name__)


def _write_object(folder, value):
    try:
        content = pickle.dumps(value, protocol=4)
    except Exception as e:
        # Any class may say no in its own way.
        name = "%s.%s" % (type(value).__module__, type(value).__qualname__)
        raise UnstorableValueError(
            "a value of type %s can neither be written as JSON nor pickled (%s)" % (name, e)
        ) from e
    with open(os.path.join(folder, _OBJECT), "wb") as file:
        file.write(content)


def _read_object(path):
    joblib = sys.modules.get("joblib")
    with open(path, "rb") as file:
        if joblib is None:
            try:
                return pickle.load(file)
            except (pickle.UnpicklingError, ModuleNotFoundError):
                # joblib's own format holds arrays beside the pickle.
                import joblib
        file.seek(0)
        return joblib.load(file)


def view(value, depth=0):
    """A value as JSON, for people and for kernels that are not Python; long ones cut."""
    if value is None or isinstance(value, (bool, str)) or type(value) is int:
        return value
    if isinstance(value, float):
        return float(value) if value - value == 0 else None
    if depth > _VIEW_DEPTH:
        return repr(type(value))
    if isinstance(value, dict):
        return {str(key): view(item, depth + 1) for key, item in itertools.islice(value.items(), _VIEW_ITEMS)}
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return [view(item, depth + 1) for item in itertools.islice(value, _VIEW_ITEMS)]
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode("ascii")
    return _view_foreign(value, depth)


def _view_foreign(value, depth):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    kind = type(value)
    if kind.__module__.partition(".")[0] in ("numpy", "pandas"):
        if hasattr(value, "to_dict") and getattr(value, "ndim", 0) == 2:
            return view(value.head(_VIEW_ITEMS).to_dict("records"), depth + 1)
        if hasattr(value, "tolist"):
            return view(value[:_VIEW_ITEMS].tolist() if getattr(value, "ndim", 0) else value.item(), depth + 1)
    if kind.__module__ in ("decimal", "uuid"):
        return str(value)
    return {"module": kind.__module__, "name": kind.__qualname__, "text": repr(value)[:_VIEW_ITEMS]}
