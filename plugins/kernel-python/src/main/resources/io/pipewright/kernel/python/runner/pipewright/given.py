"""What the engine tells a worker when it starts it. Taken out of the environment, so that user code does not see it."""

import os

# Where the engine listens, and the token that proves who we are; None outside of a worker.
address = os.environ.pop("PIPEWRIGHT_SOCKET", None)
token = os.environ.pop("PIPEWRIGHT_TOKEN", None)

# The project whose blocks will run, for what can be done ahead.
project = os.environ.pop("PIPEWRIGHT_PROJECT", None)

# Where the outputs of all pipelines of the project are; None outside of a worker.
variables_folder = os.environ.pop("PIPEWRIGHT_VARIABLES", None)

# DuckDB's native library; None where DuckDB has none for this machine.
duckdb_library = os.environ.pop("PIPEWRIGHT_DUCKDB", None)

# Bytes that this process and its children may use before the engine ends them; None if it does not watch.
memory_limit = int(os.environ.pop("PIPEWRIGHT_MEMORY", 0)) or None

# The worker's own temporary folder.
temporary_folder = os.getcwd()
