"""Actions that leave out or sort rows."""

from mage_ai.data_cleaner.column_types.constants import NUMBER_TYPES
from mage_ai.data_cleaner.transformer_actions.row_filter import matching_rows
from mage_ai.data_cleaner.transformer_actions.utils import column_kind, holds_texts


def drop_duplicates(df, action):
    """One of the rows that are equal in the columns, or in all: the last, or as `keep` says."""
    keep = action["action_options"].get("keep", "last")
    return df.drop_duplicates(subset=action["action_arguments"] or None, keep=keep)


def filter_rows(df, action):
    """The rows that the filter is true for."""
    return df[matching_rows(df, action["action_code"])] if action["action_code"] else df


def remove(df, action):
    """All rows but those with the labels `rows`."""
    return df.drop(index=action["action_options"].get("rows") or [])


def sort(df, action):
    """Sorted by the columns. Missing values come first when ascending, else last."""
    columns = action["action_arguments"]
    if not columns:
        return df
    options = action["action_options"]
    directions = options.get("ascendings") or [options.get("ascending", True)] * len(columns)
    keys = df[columns].copy()
    for column in columns:
        keys[column] = _sortable(keys[column], column_kind(action, column))
    order = keys.reset_index(drop=True).sort_values(
        columns, ascending=directions, na_position="first" if directions[0] else "last", kind="stable"
    )
    return df.iloc[order.index]


def _sortable(series, kind):
    import pandas

    # Numbers that are written as text sort as numbers.
    return pandas.to_numeric(series, errors="coerce") if kind in NUMBER_TYPES and holds_texts(series) else series
