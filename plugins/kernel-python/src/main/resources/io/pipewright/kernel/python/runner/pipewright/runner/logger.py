"""The `logger` that blocks find in their keyword arguments."""

import json


class DictLogger:
    """Prints messages, so that they become log lines of the block. Further keywords are shown as JSON."""

    def info(self, message, **tags):
        """A message."""
        self._log("", message, tags)

    def debug(self, message, **tags):
        """A message that explains a decision."""
        self._log("DEBUG: ", message, tags)

    def warning(self, message, **tags):
        """A message about something that may be wrong."""
        self._log("WARNING: ", message, tags)

    def error(self, message, **tags):
        """A message about something that is wrong."""
        self._log("ERROR: ", message, tags)

    def exception(self, message, **tags):
        """As `error`."""
        self._log("ERROR: ", message, tags)

    def critical(self, message, **tags):
        """A message about something that ends the work."""
        self._log("CRITICAL: ", message, tags)

    def _log(self, level, message, tags):
        print("%s%s%s" % (level, message, " " + json.dumps(tags, default=str) if tags else ""))
