"""The folder of a stored table: Mage's files, and our note of what Parquet's own types do not say.

The note is the key `pipewright` in `type.json`, which Mage leaves alone:
`{"columns": [{"name": ..., "dtype": ..., "encoding": ...}], "index": {...}}`.
"""

import json
import os
import shutil

from pipewright.tables import parquet

DATA = "data.parquet"
SAMPLE = "sample_data.parquet"
INDEX = "index.parquet"
NOTE_KEY = "pipewright"


def write_json(folder, name, value):
    """Writes one small JSON file."""
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(value, file)


def read_type(folder):
    """`type.json` of a stored output: `(kind, note)`. The kind is None for plain values."""
    try:
        with open(os.path.join(folder, "type.json"), encoding="utf-8") as file:
            content = json.load(file)
    except FileNotFoundError:
        return ("dataframe" if os.path.exists(os.path.join(folder, DATA)) else None), None
    return content.get("type"), content.get(NOTE_KEY)


def write_columns(folder, columns, row_count):
    """Writes data and sample of a table that is in memory."""
    parquet.write(os.path.join(folder, DATA), columns, row_count)
    _write_sample(folder, [column.name for column in columns], row_count)


def write_query(folder, select, names):
    """Writes data and sample of what a query gives; the number of rows. names: its columns."""
    row_count = parquet.copy(select, os.path.join(folder, DATA))
    _write_sample(folder, names, row_count)
    return row_count


def write_file(folder, path, names, row_count):
    """Makes a table of a Parquet file that is not going to change."""
    data = os.path.join(folder, DATA)
    try:
        os.link(path, data)
    except OSError:
        # Another disk, or a file system without links.
        shutil.copyfile(path, data)
    _write_sample(folder, names, row_count)


def _write_sample(folder, names, row_count):
    parquet.write_sample(os.path.join(folder, SAMPLE), os.path.join(folder, DATA), names, row_count)


def write_description(folder, kind, note, row_count, cell_names):
    """Writes the small files. cell_names: column to the name of its cells' type."""
    write_json(folder, "data_column_types.json", cell_names)
    write_json(folder, "statistics.json", {"original_row_count": row_count, "original_column_count": len(cell_names)})
    write_json(folder, "resource_usage.json", {"size": os.path.getsize(os.path.join(folder, DATA)), "path": None})
    write_json(folder, "type.json", {"type": kind, NOTE_KEY: note})
