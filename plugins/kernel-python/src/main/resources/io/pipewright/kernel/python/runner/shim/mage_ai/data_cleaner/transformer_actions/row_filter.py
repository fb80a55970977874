"""The filters of actions: `price >= 10 and (brand == null or "unit name" contains 'kg')`."""

import re

from mage_ai.data_cleaner.transformer_actions.utils import holds_texts

_TOKEN = re.compile(
    r"\s*(?:(?P<bracket>[()])|(?P<quoted>\"[^\"]*\"|'[^']*'|`[^`]*`)"
    r"|(?P<operator>==|!=|>=|<=|>|<|not\s+contains\b|contains\b)|(?P<word>[^\s()=!<>\"'`]+))"
)
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\Z")
_COMPARISONS = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
}


class FilterError(ValueError):
    """A filter that cannot be understood; the message quotes it."""


def matching_rows(df, code):
    """For each row, whether the filter is true."""
    return _Filter(df, code).mask()


class _Filter:
    def __init__(self, df, code):
        self._df = df
        self._code = code
        self._tokens = []
        end = 0
        for match in _TOKEN.finditer(code):
            if match.start() != end:
                break
            self._tokens.append((match.lastgroup, match.group(match.lastgroup)))
            end = match.end()
        if code[end:].strip():
            raise self._error("%r is not understood" % code[end:].strip())
        self._tokens.append((None, "the end"))

    def mask(self):
        mask = self._either()
        if self._kind() is not None:
            raise self._error("'and' or 'or' is missing before %r" % self._text())
        return mask

    def _either(self):
        mask = self._both()
        while self._takes("word", "or"):
            mask = mask | self._both()
        return mask

    def _both(self):
        mask = self._clause()
        while self._takes("word", "and"):
            mask = mask & self._clause()
        return mask

    def _clause(self):
        if self._takes("bracket", "("):
            mask = self._either()
            if not self._takes("bracket", ")"):
                raise self._error("a closing bracket is missing before %r" % self._text())
            return mask
        column = self._column()
        if self._kind() != "operator":
            raise self._error("a comparison is missing before %r" % self._text())
        operator = re.sub(r"\s+", " ", self._next()[1])
        if self._kind() not in ("quoted", "word"):
            raise self._error("a value is missing before %r" % self._text())
        kind, text = self._next()
        if operator.endswith("contains"):
            return self._contains(column, operator, text.strip("\"'`"))
        return self._compared(self._df[column], operator, kind, text)

    def _column(self):
        kind, text = self._next()
        name = text[1:-1] if kind == "quoted" else text
        if kind not in ("quoted", "word") or name not in self._df.columns:
            raise self._error("%r is no column; there are %s" % (name, ", ".join(map(str, self._df.columns))))
        return name

    def _contains(self, column, operator, part):
        found = self._df[column].map(lambda cell: isinstance(cell, str) and part in cell).astype(bool)
        return ~found if operator.startswith("not") else found

    def _compared(self, series, operator, kind, text):
        name = text[1:-1] if kind == "quoted" else text
        if name in self._df.columns:
            return _COMPARISONS[operator](series, self._df[name])
        if kind == "word" and text.lower() in ("null", "none", "nan"):
            missing = series.isna() | series.map(lambda cell: isinstance(cell, str) and cell == "")
            return missing if operator == "==" else ~missing
        if kind == "word" and text.lower() in ("true", "false"):
            truth = series.map(lambda cell: None if cell != cell or cell is None else str(cell).lower())
            return _COMPARISONS[operator](truth, text.lower())
        if kind == "word" and _NUMBER.match(text):
            return _COMPARISONS[operator](_numbers(series), float(text) if re.search("[.eE]", text) else int(text))
        if kind == "word":
            raise self._error("%r is no column, no number and not in quotes" % text)
        return _COMPARISONS[operator](series, name)

    def _kind(self):
        return self._tokens[0][0]

    def _text(self):
        return self._tokens[0][1]

    def _next(self):
        return self._tokens.pop(0)

    def _takes(self, kind, text):
        if self._tokens[0] != (kind, text):
            return False
        self._tokens.pop(0)
        return True

    def _error(self, problem):
        return FilterError("The filter %r cannot be used: %s." % (self._code, problem))


def _numbers(series):
    import pandas

    return pandas.to_numeric(series, errors="coerce") if holds_texts(series) else series
