"""Stands in for Mage where it is not installed, so that blocks that import it run unchanged."""

import sys


class _Missing:
    """Found last: says in one sentence that a part of Mage is not here."""

    @staticmethod
    def find_spec(name, *_):
        if name.startswith(__name__ + "."):
            raise ModuleNotFoundError(
                "Pipewright runs blocks that import mage_ai without having Mage installed, but has no %s. Use what "
                "docs/python-blocks.md lists, a package of your own, or install Mage into this Python." % name,
                name=name,
            )
        return None


sys.meta_path.append(_Missing)
