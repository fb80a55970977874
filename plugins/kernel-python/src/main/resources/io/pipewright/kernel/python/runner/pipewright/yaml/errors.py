"""What is wrong with a YAML text."""


class YamlError(ValueError):
    """A text that is no YAML, or more of it than is read here. line: counted from 1, or None."""

    def __init__(self, problem, line=None):
        super().__init__("line %d: %s" % (line, problem) if line else problem)
        self.line = line
