"""Reads the YAML of settings: maps, lists, texts, numbers, repeated values; no tags, and not several documents."""

import re

from pipewright.yaml.errors import YamlError
from pipewright.yaml.flow import Anchors, Flow, merged
from pipewright.yaml.scalars import resolve

_KEY = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?![-?](?:\s|$))[^\s\[\]{},"'&*!|>%@`#](?:[^\s:#]|:(?=\S)|(?<=\S)\#|\s+(?=[^\s:#]))*)\s*:(?=\s|$)"""
)
_BLOCK_HEADER = re.compile(r"([|>])(?:([1-9])([-+]?)|([-+])([1-9]?))?\s*(?:\s\#.*)?\Z")
_COMMENT = re.compile(r"(^|\s)#.*\Z")
_SPACED_COMMENT = re.compile(r"\s+#")
_ANCHOR = re.compile(r"&(\S+)\s*")
_ITEM = re.compile(r"-(\s|$)")


class Reader:
    """Reads one text."""

    def __init__(self, text):
        self._lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._at = 0
        self._anchors = Anchors()

    def document(self):
        """The value of the text; None if there is nothing in it."""
        self._skip_head()
        value = self._node(0)
        if self._current():
            raise self._error("this does not belong to what is above it; check how far lines are indented")
        return value

    def _skip_head(self):
        for number, line in enumerate(self._lines):
            if line.startswith("%"):
                self._lines[number] = ""
            elif line.rstrip() == "---":
                self._lines[number] = ""
                break
            elif line.strip() and not line.startswith("#"):
                break
        for number, line in enumerate(self._lines):
            if line.rstrip() == "...":
                del self._lines[number:]
                break

    def _current(self):
        """`(indent, content)` of the next line that says something, or None."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            content = line.lstrip(" ")
            if content.strip() and not content.lstrip("\t").startswith("#"):
                if content.startswith("\t"):
                    raise self._error("a tab cannot indent a line; use spaces")
                return len(line) - len(content), content
            self._at += 1
        return None

    def _node(self, least_indent):
        current = self._current()
        if current is None or current[0] < least_indent:
            return None
        indent, content = current
        if _ITEM.match(content):
            return self._list(indent)
        if _KEY.match(content):
            return self._map(indent)
        return self._inline(content, indent - 1)

    def _list(self, indent):
        items = []
        while True:
            current = self._current()
            if current is None or current[0] != indent or not _ITEM.match(current[1]):
                return items
            # What follows the dash is indented as if the dash were a space.
            self._lines[self._at] = " " * (indent + 1) + current[1][1:]
            following = self._current()
            items.append(self._value(following[1], indent) if self._is_scalar(following, indent) else None)
            if items[-1] is None and self._current() == following and following and following[0] > indent:
                items[-1] = self._node(indent + 1)

    @staticmethod
    def _is_scalar(following, indent):
        return (
            following is not None
            and following[0] > indent
            and not _ITEM.match(following[1])
            and not _KEY.match(following[1])
        )

    def _map(self, indent):
        members = {}
        while True:
            current = self._current()
            if current is None or current[0] != indent or _ITEM.match(current[1]):
                return merged(members)
            match = _KEY.match(current[1])
            if not match:
                raise self._error("a key with a colon is expected here")
            key = self._scalar(match.group("key"))
            members[key] = self._value(current[1][match.end() :].strip(), indent, of_map=True)

    def _value(self, content, indent, of_map=False):
        """What follows a key or a dash. indent: that of the key or dash."""
        anchor = _ANCHOR.match(content)
        if anchor:
            return self._named(anchor.group(1), content[anchor.end() :], indent, of_map)
        if content and not content.startswith("#"):
            return self._inline(content, indent)
        self._at += 1
        current = self._current()
        if current and current[0] > indent:
            return self._node(indent + 1)
        if of_map and current and current[0] == indent and _ITEM.match(current[1]):
            return self._list(indent)
        return None

    def _named(self, name, content, indent, of_map):
        """What follows an anchor."""
        key = _KEY.match(content)
        if not key or of_map:
            return self._anchors.name(name, self._value(content, indent, of_map))
        # `- &name key: value` names the key.
        self._anchors.name(name, self._scalar(key.group("key")))
        self._lines[self._at] = " " * self._current()[0] + content
        return self._node(indent + 1)

    def _inline(self, content, indent):
        header = _BLOCK_HEADER.match(content)
        if header:
            return self._block_text(header, indent)
        if content[0] in "\"'[{&*!":
            return self._flow(content)
        if content[0] in "|>%@`":
            raise self._error("%r cannot start a text; put the text into quotes" % content[0])
        return self._plain(content, indent)

    def _flow(self, content):
        start = self._at
        text = "\n".join([content] + self._lines[start + 1 :])
        flow = Flow(text, start + 1, self._anchors)
        value = flow.value()
        self._at = start + text.count("\n", 0, flow.position)
        rest = text[flow.position :].partition("\n")[0]
        if rest.strip() and not _SPACED_COMMENT.match(rest):
            raise self._error("%r follows a complete value" % rest.strip())
        self._at += 1
        return value

    def _plain(self, content, indent):
        words = [self._plain_line(content)]
        commented = _COMMENT.search(content)
        self._at += 1
        blank = 0
        while self._at < len(self._lines) and not commented:
            line = self._lines[self._at]
            stripped = line.strip()
            if stripped and (len(line) - len(line.lstrip(" ")) <= indent or stripped.startswith("#")):
                break
            if stripped:
                words.append("\n" * blank if blank else " ")
                words.append(self._plain_line(stripped))
                commented = _COMMENT.search(stripped)
                blank = 0
            else:
                blank += 1
            self._at += 1
        text = "".join(words)
        return resolve(text) if len(words) == 1 else text

    def _plain_line(self, content):
        text = _COMMENT.sub("", content).rstrip()
        if re.search(r":(\s|$)", text):
            raise self._error("a text with a colon must be in quotes")
        return text

    def _scalar(self, key):
        return Flow(key, self._at + 1, self._anchors).value() if key[0] in "\"'" else resolve(key)

    def _block_text(self, header, indent):
        folded = header.group(1) == ">"
        keep = header.group(3) or header.group(4) or ""
        width = header.group(2) or header.group(5)
        self._at += 1
        lines = self._block_lines(max(indent, 0) + int(width) if width else None, indent)
        text = _fold(lines) if folded else "\n".join(lines)
        body = text.rstrip("\n")
        if keep == "-" or not body:
            return body if keep != "+" else "\n" * len(lines)
        return body + ("\n" * (len(text) - len(body) + 1) if keep == "+" else "\n")

    def _block_lines(self, width, indent):
        lines = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            own = len(line) - len(line.lstrip(" "))
            if line.strip():
                if width is None and own > indent:
                    width = own
                if width is None or own < width:
                    break
            lines.append(line[width:] if width is not None else "")
            self._at += 1
        if self._at == len(self._lines) and lines and not lines[-1]:
            # The last line end of the text is no empty line.
            lines.pop()
        return lines

    def _error(self, problem):
        return YamlError(problem, self._at + 1)


def _fold(lines):
    """Lines of a `>` text: single line ends become spaces, but around indented lines."""
    parts = []
    for number, line in enumerate(lines):
        parts.append(line)
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None:
            break
        if line and following and not line[0].isspace() and not following[0].isspace():
            parts.append(" ")
        elif not (line and not following and not line[0].isspace() and _next_text_is_plain(lines, number + 1)):
            parts.append("\n")
    return "".join(parts)


def _next_text_is_plain(lines, start):
    following = next((line for line in lines[start:] if line), None)
    return following is not None and not following[0].isspace()
