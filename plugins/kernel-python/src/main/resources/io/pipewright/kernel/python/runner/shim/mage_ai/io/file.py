"""Files of tables."""

import os

from mage_ai.io.base import QUERY_ROW_LIMIT
from mage_ai.io.file_formats import format_of, read_table, write_table


class FileIO:
    """Loads tables from files and exports them. Relative paths start at the project folder."""

    def __init__(self, verbose=True, **_):
        self._verbose = verbose

    @classmethod
    def with_config(cls, *_, **more):
        """There is nothing to configure."""
        return cls(**more)

    def load(self, filepath=None, format=None, limit=QUERY_ROW_LIMIT, file_directories=None, **options):
        """The table of a file, or of all files in some folders, one below the other. Options are those of pandas."""
        if file_directories:
            import pandas

            frames = [read_table(path, format_of(path, format), limit, **options) for path in _files(file_directories)]
            return pandas.concat(frames, ignore_index=True)
        if filepath is None:
            raise ValueError("load needs a path or address (filepath)")
        table = read_table(filepath, format_of(filepath, format), limit, **options)
        self._say("loaded", filepath)
        return table

    def export(self, df, filepath, format=None, **options):
        """Writes a table to a file. Options are those of pandas."""
        write_table(df, filepath, format_of(filepath, format), **options)
        self._say("exported", filepath)

    def exists(self, filepath):
        """Whether there is such a file."""
        return os.path.exists(filepath)

    def _say(self, what, filepath):
        if self._verbose:
            print("FileIO: %s %s" % (what, filepath))


def _files(folders):
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            yield from (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))
