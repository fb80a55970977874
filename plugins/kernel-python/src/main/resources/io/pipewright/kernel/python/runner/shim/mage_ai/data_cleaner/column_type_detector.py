"""Where older block files import `infer_column_types` from."""

from mage_ai.data_cleaner.column_types.column_type_detector import infer_column_types

__all__ = ["infer_column_types"]
