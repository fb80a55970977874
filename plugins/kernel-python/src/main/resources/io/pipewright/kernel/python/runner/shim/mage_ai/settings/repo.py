"""Where the project is, and where its blocks' outputs are."""

import os

from pipewright import given


def get_repo_path(*_, **__):
    """The folder of the project whose block runs, absolute; outside of a run the working directory."""
    return os.environ.get("MAGE_RUNTIME__REPO_PATH") or os.getcwd()


def get_repo_name(*_, **__):
    """The name of the project's folder."""
    return os.path.basename(get_repo_path())


def get_variables_dir(*_, **__):
    """The folder below which all outputs of the project are, absolute."""
    if given.variables_folder is None:
        raise RuntimeError("the folder of stored outputs is only known in a block that Pipewright runs")
    return given.variables_folder
