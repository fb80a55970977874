"""Starts a worker. The engine runs this file with the interpreter of the project."""

import os
import sys

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def _compile_once():
    # `-B` keeps Python from writing into the user's project; our own files are compiled here, once an interpreter.
    marker = os.path.join(_FOLDER, "pipewright", "__pycache__", "__init__.%s.pyc" % sys.implementation.cache_tag)
    if not os.path.exists(marker):
        import compileall

        compileall.compile_dir(_FOLDER, quiet=2)


if __name__ == "__main__":
    _compile_once()
    # Last: an installed mage_ai is the real one.
    sys.path.append(os.path.join(_FOLDER, "shim"))
    from pipewright.runner.worker import main

    main()
