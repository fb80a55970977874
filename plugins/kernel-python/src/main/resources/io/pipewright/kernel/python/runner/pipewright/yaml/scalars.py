"""What a plain word of YAML 1.1 means: None, a boolean, a number, a date, or text."""

import datetime
import re

_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_TRUE = frozenset(form(word) for word in ("yes", "true", "on") for form in (str, str.capitalize, str.upper))
_FALSE = frozenset(form(word) for word in ("no", "false", "off") for form in (str, str.capitalize, str.upper))
_INTEGER = re.compile(r"[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*|[1-9][0-9_]*(:[0-5]?[0-9])+)\Z")
_FLOAT = re.compile(r"[-+]?([0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?)\Z")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)\Z")
_NOT_A_NUMBER = frozenset([".nan", ".NaN", ".NAN"])
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_TIME = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:[ \t]*(Z|([-+])(\d\d?)(?::?(\d\d))?))?\Z"
)


def resolve(word):
    """The value of a plain word."""
    if word in _NULLS:
        return None
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    if word[0] in "+-.0123456789":
        return _number_or_time(word)
    return word


def _number_or_time(word):
    if _INTEGER.match(word):
        return _integer(word.replace("_", ""))
    if _FLOAT.match(word):
        return float(word.replace("_", ""))
    if _INFINITE.match(word):
        return float("-inf" if word[0] == "-" else "inf")
    if word in _NOT_A_NUMBER:
        return float("nan")
    date = _DATE.match(word)
    if date:
        return datetime.date(*map(int, date.groups()))
    time = _TIME.match(word)
    return _time(*time.groups()) if time else word


def _integer(word):
    sign = -1 if word[0] == "-" else 1
    digits = word.lstrip("+-")
    if ":" in digits:
        value = 0
        for part in digits.split(":"):
            value = value * 60 + int(part)
        return sign * value
    if digits[:2] in ("0b", "0x"):
        return sign * int(digits, 0)
    return sign * int(digits, 8 if digits[0] == "0" and len(digits) > 1 else 10)


def _time(year, month, day, hour, minute, second, fraction, zone, sign, zone_hours, zone_minutes):
    microsecond = int((fraction or "")[:6].ljust(6, "0"))
    parts = [int(part) for part in (year, month, day, hour, minute, second)]
    offset = None
    if zone:
        offset = datetime.timedelta(hours=int(zone_hours or 0), minutes=int(zone_minutes or 0))
        offset = datetime.timezone(-offset if sign == "-" else offset)
    return datetime.datetime(*parts, microsecond, tzinfo=offset)
