"""Cleans names, texts, amounts of money and dates."""

import re

from mage_ai.data_cleaner.column_types import patterns
from mage_ai.data_cleaner.column_types.constants import NUMBER_TYPES, ColumnType
from mage_ai.data_cleaner.transformer_actions.utils import as_times, clean_column_name, column_kind, holds_texts

_CURRENCY = re.compile(r"[$€¥₹£元]|Rs|CAD|\s|,")
_PATTERNS = {
    ColumnType.DATETIME: patterns.DATE,
    ColumnType.EMAIL: patterns.EMAIL,
    ColumnType.NUMBER: patterns.NUMBER,
    ColumnType.NUMBER_WITH_DECIMALS: patterns.NUMBER,
    ColumnType.PHONE_NUMBER: patterns.PHONE_NUMBER,
    ColumnType.ZIP_CODE: patterns.ZIP_CODE,
}
_INVALID = "invalid"


def clean_column_names(df, action):
    """Columns renamed to snake case."""
    return df.rename(columns={column: clean_column_name(column) for column in action["action_arguments"]})


def mark_syntax_errors(df, action):
    """Cells that are not of their column's kind: `invalid`, or missing in columns of numbers and dates."""
    for column in action["action_arguments"]:
        kind = column_kind(action, column)
        pattern = _PATTERNS.get(kind)
        if pattern is not None and holds_texts(df[column]):
            mark = None if kind in NUMBER_TYPES or kind is ColumnType.DATETIME else _INVALID
            df[column] = df[column].astype(object).map(lambda cell: cell if _fits(cell, pattern) else mark)
    return df


def _fits(cell, pattern):
    return cell is None or cell != cell or bool(pattern.match(str(cell)))


def reformat(df, action):
    """Columns changed as the option `reformat` says; blank texts become missing."""
    options = action["action_options"]
    change = options.get("reformat")
    if change is None:
        return df
    if change not in _REFORMATS:
        raise ValueError("The reformat %r is not known; these are: %s." % (change, ", ".join(sorted(_REFORMATS))))
    for column in action["action_arguments"]:
        if holds_texts(df[column]):
            series = df[column].astype(object).map(lambda cell: None if isinstance(cell, str) and not cell.strip() else cell)
            df[column] = _REFORMATS[change](series, options)
    return df


def _caps(series, options):
    change = str.upper if options.get("capitalization") == "uppercase" else str.lower
    return series.map(lambda cell: change(cell) if isinstance(cell, str) else cell)


def _trim(series, _):
    return series.map(lambda cell: cell.strip() if isinstance(cell, str) else cell)


def _money(series, _):
    import pandas

    plain = series.map(lambda cell: _CURRENCY.sub("", cell) if isinstance(cell, str) else cell)
    try:
        return pandas.to_numeric(plain).astype(float)
    except (TypeError, ValueError):
        print("The column %r holds more than amounts of money: it stays as it is" % series.name)
        return series


def _dates(series, _):
    return as_times(series, errors="coerce")


_REFORMATS = {
    "caps_standardization": _caps,
    "currency_to_num": _money,
    "date_format_conversion": _dates,
    "date_time_conversion": _dates,
    "trim": _trim,
}
