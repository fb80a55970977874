"""The worker: a process that runs Python blocks for the engine, one after another (`docs/worker-protocol.md`)."""
