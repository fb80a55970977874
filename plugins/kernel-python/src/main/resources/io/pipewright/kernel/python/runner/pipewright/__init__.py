"""What blocks may import from Pipewright: `from pipewright import Table`."""

__all__ = ["Table"]


def __getattr__(name):
    # On first use only: a block that needs no table pays for none.
    if name == "Table":
        from pipewright.table import Table

        return Table
    raise AttributeError("module 'pipewright' has no attribute %r" % name)
