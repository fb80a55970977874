"""Where older block files import `get_repo_path` from."""

from mage_ai.settings.repo import get_repo_path, get_variables_dir

__all__ = ["get_repo_path", "get_variables_dir"]
