"""JSON for cells that JSON itself cannot hold: tuples, sets, dates, decimals, not-a-number, bytes, arrays.

Such a value becomes an object with one key that starts with `$`; a real dict with such a key, or with keys that are no
text, becomes `{"$dict": [[key, value], ...]}`. Whatever `encode` takes, `decode` gives back equal and of the same type.
"""

import base64
import datetime
import decimal
import json
import math
import uuid


class UnstorableCellError(TypeError):
    """A cell of a type that no table can keep."""


def dumps(value):
    """One cell as JSON text. Raises UnstorableCellError naming the type that cannot be kept."""
    return json.dumps(encode(value), ensure_ascii=False)


def loads(text):
    """The cell behind the text of `dumps`."""
    return decode(json.loads(text))


def encode(value):
    """A cell as something that JSON holds."""
    if value is None or type(value) in (bool, int, str):
        return value
    encoder = _ENCODERS.get(type(value))
    if encoder is not None:
        return encoder(value)
    return _encode_foreign(value)


def decode(value):
    """The cell that `encode` was given."""
    if type(value) is list:
        return [decode(item) for item in value]
    if type(value) is not dict:
        return value
    if len(value) == 1:
        tag, content = next(iter(value.items()))
        if tag in _DECODERS:
            return _DECODERS[tag](content)
    return {key: decode(item) for key, item in value.items()}


def _encode_dict(value):
    if all(type(key) is str and not key.startswith("$") for key in value):
        return {key: encode(item) for key, item in value.items()}
    return {"$dict": [[encode(key), encode(item)] for key, item in value.items()]}


def _encode_float(value):
    if math.isfinite(value):
        return value
    return {"$float": "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"}


def _items(tag):
    return lambda value: {tag: [encode(item) for item in value]}


def _text(tag, text=str):
    return lambda value: {tag: text(value)}


def _base64(tag):
    return lambda value: {tag: base64.b64encode(value).decode("ascii")}


def _encode_timedelta(value):
    return {"$timedelta": [value.days, value.seconds, value.microseconds]}


_ENCODERS = {
    float: _encode_float,
    dict: _encode_dict,
    list: lambda value: [encode(item) for item in value],
    tuple: _items("$tuple"),
    set: _items("$set"),
    frozenset: _items("$frozenset"),
    bytes: _base64("$bytes"),
    bytearray: _base64("$bytearray"),
    datetime.date: _text("$date", datetime.date.isoformat),
    datetime.datetime: _text("$datetime", datetime.datetime.isoformat),
    datetime.time: _text("$time", datetime.time.isoformat),
    datetime.timedelta: _encode_timedelta,
    decimal.Decimal: _text("$decimal"),
    uuid.UUID: _text("$uuid"),
}


def _encode_foreign(value):
    """Values of NumPy and pandas, which may be absent."""
    kind = type(value)
    library = (kind.__module__ or "").partition(".")[0]
    if library == "numpy":
        if kind.__name__ == "ndarray" and value.dtype.kind != "V":
            return {"$ndarray": {"dtype": str(value.dtype), "items": encode(value.tolist())}}
        if hasattr(value, "item") and type(value.item()) is not kind:
            return encode(value.item())
    if library == "pandas" and kind.__name__ in _PANDAS_TEXTS:
        return {"$pandas": [kind.__name__, _PANDAS_TEXTS[kind.__name__](value)]}
    raise UnstorableCellError("%s.%s" % (kind.__module__, kind.__qualname__))


_PANDAS_TEXTS = {
    "Timestamp": lambda value: [value.value, None if value.tz is None else str(value.tz)],
    "Timedelta": lambda value: value.value,
    "NaTType": lambda value: None,
    "NAType": lambda value: None,
}


def _decode_pandas(content):
    import pandas

    name, value = content
    if name == "Timestamp":
        ticks, zone = value
        return pandas.Timestamp(ticks, tz="UTC").tz_convert(zone)
    if name == "Timedelta":
        return pandas.Timedelta(value)
    return pandas.NaT if name == "NaTType" else pandas.NA


def _decode_array(content):
    import numpy

    return numpy.array(decode(content["items"]), dtype=content["dtype"])


def _decode_items(collection):
    return lambda content: collection(decode(item) for item in content)


_DECODERS = {
    "$dict": lambda content: {decode(key): decode(item) for key, item in content},
    "$float": float,
    "$tuple": _decode_items(tuple),
    "$set": _decode_items(set),
    "$frozenset": _decode_items(frozenset),
    "$bytes": base64.b64decode,
    "$bytearray": lambda content: bytearray(base64.b64decode(content)),
    "$date": datetime.date.fromisoformat,
    "$datetime": datetime.datetime.fromisoformat,
    "$time": datetime.time.fromisoformat,
    "$timedelta": lambda content: datetime.timedelta(*content),
    "$decimal": decimal.Decimal,
    "$uuid": uuid.UUID,
    "$pandas": _decode_pandas,
    "$ndarray": _decode_array,
}
