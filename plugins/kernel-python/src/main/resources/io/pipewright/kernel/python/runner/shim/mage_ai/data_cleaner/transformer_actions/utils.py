"""Describes actions."""

import re
from keyword import iskeyword

from mage_ai.data_cleaner.column_types.column_type_detector import infer_column_types
from mage_ai.data_cleaner.transformer_actions.constants import ActionType, Axis

_CONNECTOR = re.compile(r"[\s\-.]+")
_SYMBOL = re.compile(r"[^A-Za-z0-9_]")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def build_transformer_action(
    df, action_type, arguments=(), action_code="", options=None, axis=Axis.COLUMN, outputs=()
):
    """What BaseAction carries out: an action with its columns (`arguments`), filter (`action_code`) and new columns.

    The kinds of the columns are found out from the DataFrame.
    """
    columns = list(arguments)
    known = [column for column in columns if column in df.columns]
    kinds = infer_column_types(df[known]) if known else {}
    return {
        "action_type": ActionType(action_type),
        "axis": Axis(axis),
        "action_code": action_code or "",
        "action_arguments": columns,
        "action_options": dict(options or {}),
        "action_variables": {
            column: {"type": "feature", "feature": {"uuid": column, "column_type": kind}}
            for column, kind in kinds.items()
        },
        "outputs": list(outputs),
    }


def holds_texts(series):
    """Whether a column is one of objects or texts, not of numbers, times or categories."""
    return series.dtype == object or str(series.dtype) in ("str", "string")


def as_times(series, **options):
    """A column as times; texts may be in several formats. Options are those of `pandas.to_datetime`."""
    import pandas

    # Before version 2 every text is read on its own anyway.
    if holds_texts(series) and int(pandas.__version__.partition(".")[0]) >= 2:
        options["format"] = "mixed"
    return pandas.to_datetime(series, **options)


def column_kind(action, column):
    """The ColumnType that the action's description has for a column, or None."""
    return ((action.get("action_variables") or {}).get(column) or {}).get("feature", {}).get("column_type")


def clean_column_name(name):
    """A name in snake case that can be a Python name: `Unit Price` and `unitPrice` become `unit_price`."""
    name = _CONNECTOR.sub("_", str(name).strip(" '\"_-"))
    name = _SYMBOL.sub("", name).strip("_")
    if name.isdigit():
        return "number_" + name
    name = _HUMP.sub("_", name).lower() if not name.isupper() else name.lower()
    name = re.sub(r"_+", "_", name)
    return name + "_" if iskeyword(name) else name
