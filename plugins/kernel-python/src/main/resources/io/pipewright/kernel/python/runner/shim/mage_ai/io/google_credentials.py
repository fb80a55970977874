"""How the Google services know who asks."""

from mage_ai.io.config import ConfigKey
from mage_ai.io.packages import load_package


def from_config(config):
    """The arguments of a client's constructor that stand for the settings `GOOGLE_…`; none, if none are set."""
    if ConfigKey.GOOGLE_SERVICE_ACC_KEY in config:
        return {"credentials_mapping": config[ConfigKey.GOOGLE_SERVICE_ACC_KEY]}
    if ConfigKey.GOOGLE_SERVICE_ACC_KEY_FILEPATH in config:
        return {"path_to_credentials": config[ConfigKey.GOOGLE_SERVICE_ACC_KEY_FILEPATH]}
    return {}


def credentials(mapping, path, scopes=None):
    """The credentials of a service account's key, or None for those of the environment."""
    if not mapping and not path:
        return None
    account = load_package("google.oauth2.service_account", "google-auth", "sign in to Google Cloud").Credentials
    if mapping:
        return account.from_service_account_info(mapping, scopes=scopes)
    return account.from_service_account_file(path, scopes=scopes)
