"""Finds out of which kind the columns of a DataFrame are, from names and cells."""

from mage_ai.data_cleaner.column_types import patterns
from mage_ai.data_cleaner.column_types.constants import NUMBER_TYPES, ColumnType

# The share of cells that must look alike: among numbers, among texts, and for dates.
_NUMBERS_ALIKE = 0.8
_TEXTS_ALIKE = 0.3
_DATES_ALIKE = 0.5
_ALL_DIFFERENT = 0.8
_MOST_CATEGORIES = 255
_MOST_WORDS_OF_A_CATEGORY = 40
_PHONE_WORDS = ("phone", "landline")
_ZIP_WORDS = ("zip", "postal", "postcode")


def infer_column_types(df, column_types=None, category_cardinality_threshold=_MOST_CATEGORIES, **_):
    """Each column's ColumnType, by name. column_types: those that are known already."""
    known = column_types or {}
    return {
        column: known[column] if column in known else _infer(df[column], str(column), category_cardinality_threshold)
        for column in df.columns
    }


def _infer(series, name, most_categories):
    from pandas.api import types

    if types.is_datetime64_any_dtype(series.dtype):
        return ColumnType.DATETIME
    if types.is_bool_dtype(series.dtype):
        return ColumnType.TRUE_OR_FALSE
    if types.is_numeric_dtype(series.dtype):
        kind = _of_numbers(series.dropna(), name.lower(), types.is_integer_dtype(series.dtype))
        return _two_valued(kind, series)
    if isinstance(series.dtype, types.CategoricalDtype):
        series = series.astype(object)
    return _two_valued(_of_objects(series, name.lower(), most_categories), series)


def _two_valued(kind, series):
    return ColumnType.TRUE_OR_FALSE if kind in NUMBER_TYPES and series.nunique(dropna=False) == 2 else kind


def _of_numbers(numbers, name, is_whole_type):
    if numbers.empty:
        return ColumnType.NUMBER_WITH_DECIMALS
    whole = numbers % 1 == 0
    like_phones = ((numbers >= 1e9) & (numbers < 1e12) & whole).mean()
    if like_phones >= _NUMBERS_ALIKE and "phone" in name:
        return ColumnType.PHONE_NUMBER
    if is_whole_type and _has(name, _ZIP_WORDS) and numbers.min() >= 100 and numbers.max() <= 99999:
        return ColumnType.ZIP_CODE
    return ColumnType.NUMBER if whole.all() else ColumnType.NUMBER_WITH_DECIMALS


def _of_objects(series, name, most_categories):
    cells = [cell.strip(" '\"") if isinstance(cell, str) else cell for cell in series.dropna()]
    cells = [cell for cell in cells if not (isinstance(cell, str) and cell == "")]
    if not cells:
        return ColumnType.TRUE_OR_FALSE
    if isinstance(cells[0], (list, tuple, set)):
        return ColumnType.LIST
    if hasattr(cells[0], "isoformat"):
        return ColumnType.DATETIME
    texts = [str(cell) for cell in cells]
    different = len(set(texts))
    if different <= 2:
        return ColumnType.TRUE_OR_FALSE
    if all(map(patterns.NUMBER.match, texts)):
        return _of_number_texts(texts, name)
    return _of_texts(texts, name) or _of_words(texts, different, most_categories)


def _of_number_texts(texts, name):
    if not all(map(patterns.WHOLE_NUMBER.match, texts)):
        return ColumnType.NUMBER_WITH_DECIMALS
    if _share(patterns.PHONE_NUMBER, texts) >= _NUMBERS_ALIKE and _has(name, _PHONE_WORDS):
        return ColumnType.PHONE_NUMBER
    if _share(patterns.ZIP_CODE, texts) >= _NUMBERS_ALIKE and _has(name, _ZIP_WORDS):
        return ColumnType.ZIP_CODE
    return ColumnType.NUMBER


def _of_texts(texts, name):
    if _share(patterns.DATE, texts) >= _DATES_ALIKE:
        return ColumnType.DATETIME
    if _share(patterns.EMAIL, texts) >= _TEXTS_ALIKE:
        return ColumnType.EMAIL
    if _share(patterns.PHONE_NUMBER, texts) >= _TEXTS_ALIKE and _has(name, _PHONE_WORDS):
        return ColumnType.PHONE_NUMBER
    if _share(patterns.ZIP_CODE, texts) >= _TEXTS_ALIKE and _has(name, _ZIP_WORDS):
        return ColumnType.ZIP_CODE
    return ColumnType.LIST if _share(patterns.LIST, texts) >= _TEXTS_ALIKE else None


def _of_words(texts, different, most_categories):
    if different / len(texts) >= _ALL_DIFFERENT:
        return ColumnType.TEXT
    if max(len(text.split(" ")) for text in texts) > _MOST_WORDS_OF_A_CATEGORY:
        return ColumnType.TEXT
    return ColumnType.CATEGORY if different <= most_categories else ColumnType.CATEGORY_HIGH_CARDINALITY


def _share(pattern, texts):
    return sum(1 for text in texts if pattern.match(text)) / len(texts)


def _has(name, words):
    return any(word in name for word in words)
