"""The inline forms of YAML: quoted text, `[lists]` and `{maps}`, over one or several lines."""

import re

from pipewright.yaml.errors import YamlError
from pipewright.yaml.scalars import resolve

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODES = {"x": 2, "u": 4, "U": 8}
_BREAK = re.compile(r"[ \t]*\n\s*")
_SPACE = re.compile(r"(?:\s|(?<=\s)#[^\n]*)*")
_MARK = re.compile(r"([&*!])([^\s,\[\]{}]*)")
_PLAIN = re.compile(r"(?:[^\s,\[\]{}:#]|:(?![\s,\[\]{}]|$)|(?<=\S)#|[ \t]+(?=[^\s#,\[\]{}:]))+")


class Anchors:
    """Values that have a name (`&name`), for places that repeat them (`*name`)."""

    def __init__(self):
        self._values = {}

    def name(self, name, value):
        """Gives a value its name; the value."""
        self._values[name] = value
        return value

    def value(self, name, line):
        """The value of that name."""
        if name not in self._values:
            raise YamlError("nothing above is called &%s" % name, line)
        return self._values[name]


def merged(members):
    """A map with what its key `<<` brings in; keys of its own win."""
    if "<<" not in members:
        return members
    own = {key: value for key, value in members.items() if key != "<<"}
    others = members["<<"] if isinstance(members["<<"], list) else [members["<<"]]
    for other in others:
        if isinstance(other, dict):
            own = {**other, **own}
    return own


class Flow:
    """Reads one inline value at the start of a text. line: where the text starts, for errors."""

    def __init__(self, text, line, anchors):
        self._text = text
        self._line = line
        self._anchors = anchors
        self.position = 0

    def value(self):
        """The value; `position` is behind it."""
        start = self._peek()
        if start in ("'", '"'):
            return self._quoted()
        if start == "[":
            return self._list()
        if start == "{":
            return self._map()
        mark = _MARK.match(self._text, self.position)
        return self._marked(mark) if mark else self._plain()

    def _marked(self, mark):
        self.position = mark.end()
        kind, name = mark.groups()
        if kind == "*":
            return self._anchors.value(name, self._line)
        if kind == "&":
            self._skip()
            return self._anchors.name(name, self.value())
        raise YamlError("tags (%s) are only read with the package PyYAML; install it" % mark.group(), self._line)

    def _plain(self):
        match = _PLAIN.match(self._text, self.position)
        if not match:
            return None
        self.position = match.end()
        return resolve(match.group())

    def _list(self):
        items = []
        self.position += 1
        while not self._ends("]"):
            items.append(self.value())
            if self._takes(":"):
                items[-1] = {items[-1]: self._member()}
            self._separator("]")
        return items

    def _map(self):
        members = {}
        self.position += 1
        while not self._ends("}"):
            key = self.value()
            members[key] = self._member() if self._takes(":") else None
            self._separator("}")
        return merged(members)

    def _member(self):
        self._skip()
        return None if self._peek() in (",", "]", "}") else self.value()

    def _ends(self, bracket):
        self._skip()
        if not self._peek():
            raise YamlError("a %s is missing" % bracket, self._line)
        return self._takes(bracket)

    def _separator(self, bracket):
        self._skip()
        if not self._takes(",") and self._peek() != bracket:
            raise YamlError("a comma or %s is missing before %r" % (bracket, self._peek()), self._line)

    def _takes(self, character):
        self._skip()
        if self._peek() != character:
            return False
        self.position += 1
        return True

    def _skip(self):
        self.position = _SPACE.match(self._text, self.position).end()

    def _peek(self):
        return self._text[self.position : self.position + 1]

    def _quoted(self):
        quote = self._peek()
        end = self._end_of_quote(quote)
        raw = self._text[self.position + 1 : end]
        self.position = end + 1
        if quote == "'":
            return _BREAK.sub(_folded, raw.replace("''", "'"))
        return self._unescaped(raw)

    def _end_of_quote(self, quote):
        position = self.position + 1
        while True:
            character = self._text[position : position + 1]
            if not character:
                raise YamlError("the quote %s is not closed" % quote, self._line)
            if character == "\\" and quote == '"':
                position += 2
            elif character != quote:
                position += 1
            elif quote == "'" and self._text.startswith("''", position):
                position += 2
            else:
                return position

    def _unescaped(self, raw):
        parts = []
        position = 0
        for match in re.finditer(r"\\(\n[ \t]*|x..|u.{4}|U.{8}|.)|[ \t]*\n\s*", raw, re.DOTALL):
            parts.append(raw[position : match.start()])
            parts.append(self._escape(match.group(1)) if match.group(1) else _folded(match))
            position = match.end()
        return "".join(parts) + raw[position:]

    def _escape(self, code):
        if code[0] == "\n":
            return ""
        try:
            if code[0] in _CODES and len(code) == _CODES[code[0]] + 1:
                return chr(int(code[1:], 16))
            return _ESCAPES[code]
        except (KeyError, ValueError):
            raise YamlError("\\%s is no escape" % code, self._line) from None


def _folded(match):
    breaks = match.group().count("\n")
    return " " if breaks == 1 else "\n" * (breaks - 1)
