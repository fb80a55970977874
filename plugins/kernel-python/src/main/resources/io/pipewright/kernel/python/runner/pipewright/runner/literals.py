"""Values of the protocol that JSON lacks: times, dates, not-a-number."""

import datetime


def from_json(value):
    """For `json.loads(object_hook=...)`: a tagged object as the value it stands for, any other as it is."""
    if len(value) == 1:
        ((tag, content),) = value.items()
        convert = _TAGS.get(tag)
        if convert is not None:
            return convert(content)
    return value


def _datetime(text):
    # Python before 3.11 does not read the Z.
    return datetime.datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)


_TAGS = {"$datetime": _datetime, "$date": datetime.date.fromisoformat, "$float": float}
