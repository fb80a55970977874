"""Secrets by name."""


class SecretUnavailableError(Exception):
    """A secret cannot be had."""


def get_secret_value(name, *_, **__):
    """Always raises: Pipewright keeps no secrets yet."""
    raise SecretUnavailableError(
        'Cannot read the secret "%s": Pipewright keeps no secrets yet. Put the value into an environment variable of the '
        "engine and read it with os.environ[...], or with env_var('...') in io_config.yaml." % name
    )
