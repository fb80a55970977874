"""Values as YAML on one line."""

import datetime
import json
import re

from pipewright.yaml.scalars import resolve

_PLAIN = re.compile(r"[A-Za-z_][\w./@-]*( [\w./@-]+)*\Z")


def render(value):
    """A value as YAML. Raises TypeError for what YAML has no words for."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int):
        return repr(int(value))
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (render(key), render(item)) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(map(render, value))
    raise TypeError("a value of type %s cannot be written as YAML" % type(value).__qualname__)


def _number(value):
    if value != value:
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    digits, exponent, power = repr(float(value)).partition("e")
    if not exponent:
        return digits
    # YAML wants a point and a sign: 1e16 would be text.
    return "%s%se%s%s" % (digits, "" if "." in digits else ".0", "" if power[0] == "-" else "+", power.lstrip("+"))


def _text(value):
    if _PLAIN.match(value) and value.isascii() and resolve(value) == value:
        return value
    return json.dumps(value, ensure_ascii=not value.isprintable())
