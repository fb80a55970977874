"""Actions that take columns, leave them out, or compute new ones from them."""


def select(df, action):
    """Only those columns."""
    return df[action["action_arguments"]]


def remove(df, action):
    """All columns but those."""
    return df.drop(columns=[column for column in action["action_arguments"] if column in df.columns])


def difference(df, action):
    """A new column: each row less the row before it."""
    return _with_column(df, action, lambda column: df[column].diff())


def shift_up(df, action):
    """A new column: the row after each."""
    return _with_column(df, action, lambda column: _shifted(df, column, -1, None))


def shift_down(df, action):
    """A new column: the row that stands `periods` before each, within its group if there are any."""
    options = action["action_options"]
    periods = options.get("periods") or 1
    return _with_column(df, action, lambda column: _shifted(df, column, periods, options.get("groupby_columns")))


def _shifted(df, column, periods, groups):
    return df.groupby(list(groups))[column].shift(periods) if groups else df[column].shift(periods)


def _with_column(df, action, compute):
    if action["action_arguments"]:
        df[action["outputs"][0]["uuid"]] = compute(action["action_arguments"][0])
    return df


def normalize(df, action):
    """Columns scaled to lie between 0 and 1."""
    for column in action["action_arguments"]:
        low, high = df[column].min(), df[column].max()
        df[column] = (df[column] - low) / (high - low)
    return df


def standardize(df, action):
    """Columns scaled to mean 0 and standard deviation 1."""
    for column in action["action_arguments"]:
        df[column] = (df[column] - df[column].mean()) / df[column].std()
    return df
