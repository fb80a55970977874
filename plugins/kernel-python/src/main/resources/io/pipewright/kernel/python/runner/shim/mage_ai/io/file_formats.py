"""Tables from files and into files, by pandas where it is installed."""

import json
import os
from enum import Enum
from importlib.util import find_spec

from mage_ai.io.base import QUERY_ROW_LIMIT
from mage_ai.io.packages import load_first_package, load_package
from pipewright.runner.storage import has_pandas

_NAMES = {"htm": "html", "hdf": "hdf5", "h5": "hdf5", "jsonl": "ndjson", "xls": "xlsx", "xlsm": "xlsx", "txt": "csv"}
_HELPERS = {
    "hdf5": {"tables": "tables"},
    "xlsx": {"openpyxl": "openpyxl"},
    "xml": {"lxml": "lxml"},
}
_READERS = {"csv": "read_csv", "json": "read_json", "xml": "read_xml", "xlsx": "read_excel", "hdf5": "read_hdf"}
_WRITERS = {"csv": "to_csv", "json": "to_json", "xml": "to_xml", "xlsx": "to_excel", "hdf5": "to_hdf"}


def format_of(path, given=None):
    """The format of a file: the one that is given, else by its name."""
    if given is not None:
        word = str(given.value if isinstance(given, Enum) else given).lower().lstrip(".")
    else:
        word = os.path.splitext(str(path).partition("?")[0])[1].lower().lstrip(".")
    word = _NAMES.get(word, word)
    if word in _READERS or word in ("parquet", "ndjson"):
        return word
    raise ValueError(
        "Cannot tell the format of %s: %s. Say format='csv', 'json', 'ndjson', 'parquet', 'xlsx', 'xml' or 'hdf5'."
        % (path, "%r is not known" % word if word else "its name has no ending")
    )


def read_table(source, kind, limit=QUERY_ROW_LIMIT, **options):
    """A table of a file, at most `limit` rows. source: a path or, with pandas, an address or an open file."""
    if not has_pandas():
        return _read_without_pandas(source, kind, limit, options)
    import pandas

    _check_helpers(kind, "read")
    if kind == "parquet":
        frame = _read_parquet(source, options)
    elif kind == "ndjson":
        frame = pandas.read_json(source, lines=True, **options)
    else:
        if kind == "csv" and "chunksize" not in options:
            options.setdefault("nrows", limit)
        frame = getattr(pandas, _READERS[kind])(source, **options)
    return frame[:limit] if hasattr(frame, "iloc") and len(frame) > limit else frame


def write_table(table, target, kind, **options):
    """Writes a table to a file, or with pandas to an open one."""
    if type(table).__module__.partition(".")[0] != "pandas":
        table = _framed(table, target, kind, options)
        if table is None:
            return
    _check_helpers(kind, "write")
    if kind == "parquet":
        _write_parquet(table, target, options)
    elif kind == "ndjson":
        table.to_json(target, orient="records", lines=True, **options)
    else:
        if kind == "hdf5":
            options.setdefault("key", os.path.splitext(os.path.basename(str(target)))[0])
        getattr(table, _WRITERS[kind])(target, **options)


def _check_helpers(kind, action):
    if kind in _HELPERS:
        load_first_package(_HELPERS[kind], "%s %s files" % (action, kind))


def _has_parquet_engine():
    return find_spec("pyarrow") is not None or find_spec("fastparquet") is not None


def _read_parquet(source, options):
    import pandas

    if _has_parquet_engine() or not isinstance(source, (str, os.PathLike)) or options:
        return pandas.read_parquet(source, **options)
    from pipewright.tables.to_pandas import read_frame

    return read_frame(os.fspath(source))


def _write_parquet(frame, target, options):
    if _has_parquet_engine() or not isinstance(target, (str, os.PathLike)) or options:
        frame.to_parquet(target, **options)
        return
    from pipewright.tables import parquet
    from pipewright.tables.from_pandas import keep_columns

    parquet.write(os.fspath(target), [column.column for column in keep_columns(frame)], len(frame))


def _framed(table, target, kind, options):
    """A DataFrame of other kinds of tables; None if it could be written without pandas."""
    if has_pandas():
        import pandas

        return table.to_pandas() if hasattr(table, "to_pandas") else pandas.DataFrame(table)
    from pipewright.table import Table

    _check_plain(kind, options, "write")
    table = Table.of([table] if isinstance(table, dict) else table)
    if kind in ("csv", "parquet"):
        getattr(table, "to_" + kind)(target)
    else:
        _write_json(table, target, kind)
    return None


def _write_json(table, target, kind):
    rows = [json.dumps(row, default=str) for row in table]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(rows) if kind == "ndjson" else "[%s]" % ",\n".join(rows))


def _read_without_pandas(source, kind, limit, options):
    from pipewright.table import Table

    _check_plain(kind, options, "read")
    if kind in ("csv", "parquet"):
        return getattr(Table, "read_" + kind)(source).sql("FROM this LIMIT %d" % limit)
    with open(source, encoding="utf-8-sig") as file:
        rows = [json.loads(line) for line in file if line.strip()] if kind == "ndjson" else json.load(file)
    return Table.from_rows(rows[:limit])


def _check_plain(kind, options, action):
    if options or kind not in ("csv", "json", "ndjson", "parquet"):
        what = "with the options %s" % ", ".join(options) if options else "in the format %s" % kind
        load_package("pandas", "pandas", "%s a file %s" % (action, what))
