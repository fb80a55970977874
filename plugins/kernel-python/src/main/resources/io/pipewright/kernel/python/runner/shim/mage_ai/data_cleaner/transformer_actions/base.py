"""Carries out an action on a DataFrame."""

from mage_ai.data_cleaner.transformer_actions import aggregating, columns, filling, formatting, outliers, rows
from mage_ai.data_cleaner.transformer_actions.constants import ActionType, Axis

_COLUMN_ACTIONS = {
    **{ActionType(name): aggregating.aggregate for name in aggregating.FUNCTIONS},
    ActionType.CLEAN_COLUMN_NAME: formatting.clean_column_names,
    ActionType.DIFF: columns.difference,
    ActionType.FIX_SYNTAX_ERRORS: formatting.mark_syntax_errors,
    ActionType.IMPUTE: filling.fill,
    ActionType.NORMALIZE: columns.normalize,
    ActionType.REFORMAT: formatting.reformat,
    ActionType.REMOVE: columns.remove,
    ActionType.REMOVE_OUTLIERS: outliers.remove_outliers,
    ActionType.SELECT: columns.select,
    ActionType.SHIFT_DOWN: columns.shift_down,
    ActionType.SHIFT_UP: columns.shift_up,
    ActionType.STANDARDIZE: columns.standardize,
}
_ROW_ACTIONS = {
    ActionType.DROP_DUPLICATE: rows.drop_duplicates,
    ActionType.FILTER: rows.filter_rows,
    ActionType.REMOVE: rows.remove,
    ActionType.SORT: rows.sort,
}
_ACTIONS = {Axis.COLUMN: _COLUMN_ACTIONS, Axis.ROW: _ROW_ACTIONS}


class MissingColumnError(LookupError):
    """An action names a column that the table does not have."""


class BaseAction:
    """One action, as `build_transformer_action` describes it."""

    def __init__(self, action):
        self.action = action
        self.axis = Axis(action.get("axis") or Axis.COLUMN)
        self.action_type = ActionType(action["action_type"])

    def execute(self, df, **_):
        """The DataFrame after the action; the one that is given stays as it is."""
        action = _ACTIONS[self.axis].get(self.action_type)
        if action is None:
            known = ", ".join(sorted(kind.value for kind in _ACTIONS[self.axis]))
            raise NotImplementedError(
                'The action "%s" on a %s does not run in Pipewright; these do: %s. Write it with pandas in the block.'
                % (self.action_type.value, self.axis.value, known)
            )
        self._check_columns(df)
        return df if df.empty else action(df.copy(), self.action)

    def _check_columns(self, df):
        if self.action_type is ActionType.REMOVE:
            return
        missing = [column for column in self.action["action_arguments"] if column not in df.columns]
        if missing:
            raise MissingColumnError(
                'The action "%s" names columns that the table does not have: %s. It has: %s.'
                % (self.action_type.value, ", ".join(map(repr, missing)), ", ".join(map(repr, df.columns)))
            )
