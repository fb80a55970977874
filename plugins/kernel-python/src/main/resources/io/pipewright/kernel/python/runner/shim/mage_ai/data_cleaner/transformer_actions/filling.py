"""Fills in missing values. Texts without any letter count as missing, too."""

from mage_ai.data_cleaner.column_types.constants import NUMBER_TYPES, ColumnType
from mage_ai.data_cleaner.transformer_actions.constants import ImputationStrategy
from mage_ai.data_cleaner.transformer_actions.utils import column_kind, holds_texts

_TEXT = "missing"


def fill(df, action):
    """Fills the columns by the option `strategy`."""
    options = action["action_options"]
    strategy = _strategy(options)
    columns = action["action_arguments"]
    for column in columns:
        df[column] = _without_blanks(df[column], column_kind(action, column))
    if strategy is ImputationStrategy.ROW_RM:
        return df.dropna(subset=columns)
    if strategy is ImputationStrategy.SEQ:
        order = options.get("timeseries_index") or options.get("timeseries_cols")
        df = df.sort_values(list(order)) if order else df
    for column in columns:
        kind = column_kind(action, column)
        df[column] = _whole(_FILLERS[strategy](df, column, kind, options.get("value")), kind)
    return df


def _strategy(options):
    if options.get("strategy") is None and options.get("value") is not None:
        return ImputationStrategy.CONSTANT
    try:
        return ImputationStrategy(options.get("strategy"))
    except ValueError:
        known = ", ".join(strategy.value for strategy in ImputationStrategy)
        raise ValueError("The strategy %r is not known; these are: %s." % (options.get("strategy"), known)) from None


def _without_blanks(series, kind):
    import pandas

    if not holds_texts(series) and not isinstance(series.dtype, pandas.CategoricalDtype):
        return series
    series = series.astype(object)
    series = series.map(lambda cell: None if isinstance(cell, str) and not cell.strip() else cell)
    return pandas.to_numeric(series) if kind in NUMBER_TYPES else series


def _whole(series, kind):
    return series.astype("int64") if kind is ColumnType.NUMBER and series.notna().all() else series


def _with_value(series, value):
    return series if value is None else series.fillna(value)


def _constant(df, column, kind, value):
    return _with_value(df[column], _placeholder(df[column], kind) if value is None else value)


def _placeholder(series, kind):
    import pandas

    if kind in NUMBER_TYPES or pandas.api.types.is_numeric_dtype(series.dtype):
        return 0
    if kind is ColumnType.DATETIME:
        return pandas.Timestamp.min.tz_localize(getattr(series.dtype, "tz", None))
    return "[]" if kind is ColumnType.LIST else _TEXT


def _mode(df, column, *_):
    modes = df[column].mode()
    return _with_value(df[column], modes.iloc[0] if len(modes) else None)


def _random(df, column, *_):
    series = df[column].copy()
    known = series.dropna()
    missing = series.isna()
    if missing.any() and known.empty:
        raise ValueError("The column %r has no value that could be taken at random." % column)
    series[missing] = known.sample(int(missing.sum()), replace=True).to_numpy()
    return series


_FILLERS = {
    ImputationStrategy.AVERAGE: lambda df, column, *_: df[column].fillna(df[column].mean()),
    ImputationStrategy.COLUMN: lambda df, column, kind, value: df[column].fillna(df[value]),
    ImputationStrategy.CONSTANT: _constant,
    ImputationStrategy.MEDIAN: lambda df, column, *_: df[column].fillna(df[column].median()),
    ImputationStrategy.MODE: _mode,
    ImputationStrategy.NOOP: lambda df, column, *_: df[column],
    ImputationStrategy.RANDOM: _random,
    ImputationStrategy.SEQ: lambda df, column, *_: df[column].ffill(),
}
