"""New columns that say for each row what its group gives: counts, sums, averages."""

from mage_ai.data_cleaner.transformer_actions.row_filter import matching_rows
from mage_ai.data_cleaner.transformer_actions.utils import as_times

# Action to pandas' function.
FUNCTIONS = {
    "average": "mean",
    "count": "count",
    "count_distinct": "nunique",
    "first": "first",
    "last": "last",
    "max": "max",
    "median": "median",
    "min": "min",
    "sum": "sum",
}


def aggregate(df, action):
    """Adds one column for each argument, named by the outputs; without groups, one for the first argument."""
    function = FUNCTIONS[action["action_type"]]
    columns = action["action_arguments"]
    names = [output["uuid"] for output in action["outputs"]]
    if not columns:
        return df
    groups = action["action_options"].get("groupby_columns")
    if not groups:
        df[names[0]] = _of_all(_chosen(df, action)[columns[0]], function)
        return df
    if len(names) != len(columns):
        raise ValueError("the action has %d columns, but %d outputs" % (len(columns), len(names)))
    groups = list(groups)
    per_group = _chosen(df, action).groupby(groups)[columns].agg(function)
    per_group.columns = names
    return df.drop(columns=[name for name in names if name in df.columns]).join(per_group, on=groups)


def _of_all(series, function):
    if function in ("first", "last"):
        cells = series.dropna()
        return cells.iloc[0 if function == "first" else -1] if len(cells) else None
    return series.agg(function)


def _chosen(df, action):
    """The rows that count: those within the time window and of the filter."""
    options = action["action_options"]
    if all(options.get(key) is not None for key in ("timestamp_feature_a", "timestamp_feature_b", "window")):
        df = _within_window(df, options)
    return df[matching_rows(df, action["action_code"])] if action.get("action_code") else df


def _within_window(df, options):
    later, earlier = (as_times(df[options["timestamp_feature_" + which]], utc=True) for which in ("a", "b"))
    seconds = (later - earlier).dt.total_seconds()
    window = options["window"]
    return df[seconds.between(0, window) if window > 0 else seconds.between(window, 0)]
