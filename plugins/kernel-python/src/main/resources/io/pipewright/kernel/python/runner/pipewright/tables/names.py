"""Column names: what a table calls its columns, and what the Parquet file can call them."""


class DuplicateColumnError(ValueError):
    """Two columns of one table have the same name."""


def as_text(label):
    """A column label of pandas as text: a level after the other for a MultiIndex, ISO 8601 for dates."""
    if isinstance(label, tuple):
        return "_".join(as_text(level) for level in label)
    return str(label)


def checked(names):
    """The names, or a DuplicateColumnError."""
    seen = set()
    for name in names:
        if name in seen:
            raise DuplicateColumnError('Please do not use duplicate column name: "%s"' % name)
        seen.add(name)
    return names


def in_file(names):
    """Names for the Parquet file, in the same order: never empty, and different also when case is ignored.

    SQL can name no column "", and to SQL "id" and "ID" are one column.
    """
    taken = set()
    result = []
    for name in names:
        candidate, number = name or "_", 0
        while candidate.lower() in taken:
            number += 1
            candidate = "%s_%d" % (name or "_", number)
        taken.add(candidate.lower())
        result.append(candidate)
    return result
