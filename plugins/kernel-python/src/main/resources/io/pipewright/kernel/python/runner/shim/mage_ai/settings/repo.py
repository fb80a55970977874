"""Where the project is."""

import os


def get_repo_path(*_, **__):
    """The folder of the project whose block runs, absolute; outside of a run the working directory."""
    return os.environ.get("MAGE_RUNTIME__REPO_PATH") or os.getcwd()
