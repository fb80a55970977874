"""Changes one entry of a map at the top of a YAML text; everything else keeps its lines, its order and its comments."""

import re

from pipewright.yaml import load
from pipewright.yaml.errors import YamlError
from pipewright.yaml.rendering import render
from pipewright.yaml.scalars import resolve

_TOP_KEY = re.compile(r"""(?P<key>"[^"\\]*"|'[^']*'|[^\s#"'\[\]{},&*!|>%@`-][^#:]*?)\s*:(?=\s|\Z)(?P<rest>.*)""")


def set_entry(text, map_key, key, value):
    """The text with `key: value` in the map that the top-level `map_key` holds; the map is made if it is missing."""
    return _edited(text, map_key, lambda entries: {**entries, key: value}, key, render(value))


def remove_entry(text, map_key, key):
    """The text without that entry."""
    return _edited(text, map_key, lambda entries: {k: v for k, v in entries.items() if k != key}, key, None)


def _edited(text, map_key, change, key, rendered):
    before = load(text) or {}
    if not isinstance(before, dict) or not isinstance(before.get(map_key) or {}, dict):
        raise YamlError("%s is no map" % map_key)
    entries = change(before.get(map_key) or {})
    if entries == (before.get(map_key) or {}):
        return text
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(line_end)
    _Map(lines, map_key).put(entries, key, rendered)
    after = line_end.join(lines)
    if load(after) != {**before, map_key: entries}:
        raise YamlError("its layout is too unusual to change the entry %s of %s" % (key, map_key))
    return after


class _Map:
    """The lines of one top-level map."""

    def __init__(self, lines, name):
        self._lines = lines
        self._name = name
        self._start = next((i for i, line in enumerate(lines) if _key_of(line, 0) == name), None)

    def put(self, entries, key, rendered):
        """Changes one entry in the lines. entries: all of them afterwards. rendered: None to remove it."""
        if self._start is None:
            self._insert(entries)
        elif self._is_inline() or not entries:
            self._replace(entries)
        else:
            self._put_entry(key, rendered)

    def _insert(self, entries):
        """Before the first key that comes later in the alphabet, as such files are sorted; else at the end."""
        tops = [(i, _key_of(line, 0)) for i, line in enumerate(self._lines)]
        end = len(self._lines) - (1 if self._lines[-1] == "" else 0)
        place = next((i for i, name in tops if isinstance(name, str) and name > self._name), end)
        self._lines[place:place] = self._block(entries)

    def _replace(self, entries):
        self._lines[self._start : self._end()] = self._block(entries)

    def _block(self, entries):
        if not entries:
            return ["%s: {}" % self._name]
        return ["%s:" % self._name] + ["  %s: %s" % (render(key), render(value)) for key, value in entries.items()]

    def _is_inline(self):
        rest = _TOP_KEY.match(self._lines[self._start]).group("rest").strip()
        return bool(rest) and not rest.startswith("#") or self._indent() is None

    def _put_entry(self, key, rendered):
        indent = self._indent()
        first = next(
            (i for i in range(self._start + 1, self._end()) if _key_of(self._lines[i], indent) == key), self._end()
        )
        last = self._end_of_entry(first, indent)
        self._lines[first:last] = [] if rendered is None else ["%s%s: %s" % (" " * indent, render(key), rendered)]

    def _end_of_entry(self, first, indent):
        if first == self._end():
            return first
        last = first + 1
        while last < self._end() and (not self._lines[last].strip() or _indent(self._lines[last]) > indent):
            last += 1
        # A list may start below its key without being indented.
        while last < self._end() and self._lines[last][indent:].startswith("- "):
            last += 1
        while not self._lines[last - 1].strip():
            last -= 1
        return last

    def _end(self):
        end = self._start + 1
        while end < len(self._lines) and (_says_nothing(self._lines[end]) or self._lines[end][0] in " \t"):
            end += 1
        # What stands before the next key belongs to it.
        while end > self._start + 1 and _says_nothing(self._lines[end - 1]) and not self._lines[end - 1].startswith(" "):
            end -= 1
        return end

    def _indent(self):
        inner = (line for line in self._lines[self._start + 1 : self._end()] if not _says_nothing(line))
        return next((_indent(line) for line in inner), None)


def _key_of(line, indent):
    if line[:indent].strip() or line[indent : indent + 1].isspace():
        return None
    match = _TOP_KEY.match(line[indent:])
    if not match:
        return None
    key = match.group("key")
    return key[1:-1] if key[0] in "\"'" else resolve(key)


def _indent(line):
    return len(line) - len(line.lstrip(" "))


def _says_nothing(line):
    return not line.strip() or line.lstrip().startswith("#")
