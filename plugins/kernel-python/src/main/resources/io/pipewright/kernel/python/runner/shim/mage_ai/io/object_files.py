"""Tables in buckets of object stores."""

import os
import tempfile

from mage_ai.io.base import QUERY_ROW_LIMIT
from mage_ai.io.file_formats import format_of, read_table, write_table


class ObjectFiles:
    """Loads and exports tables by bucket and key. Subclasses download, upload and look; files travel through a local one."""

    def __init__(self, verbose=True):
        self._verbose = verbose

    def _download(self, bucket, key, path):
        raise NotImplementedError("a store must say how to download")

    def _upload(self, path, bucket, key):
        raise NotImplementedError("a store must say how to upload")

    def load(self, bucket_name, object_key, format=None, limit=QUERY_ROW_LIMIT, **options):
        """The table of an object. Options are those of pandas."""
        kind = format_of(object_key, format)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "table.%s" % kind)
            self._download(bucket_name, object_key, path)
            table = read_table(path, kind, limit, **options)
        self._say("loaded %d rows from" % len(table), bucket_name, object_key)
        return table

    def export(self, df, bucket_name, object_key, format=None, **options):
        """Writes a table to an object. Options are those of pandas."""
        kind = format_of(object_key, format)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "table.%s" % kind)
            write_table(df, path, kind, **options)
            self._upload(path, bucket_name, object_key)
        self._say("exported %d rows to" % len(df), bucket_name, object_key)

    def _say(self, what, bucket, key):
        if self._verbose:
            print("%s: %s %s in %s" % (type(self).__name__, what, key, bucket))
