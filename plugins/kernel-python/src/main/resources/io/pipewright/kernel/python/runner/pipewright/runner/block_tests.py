"""Runs the tests of a block on its outputs."""

import traceback

from pipewright.runner.arguments import Signature
from pipewright.runner.errors import TestFailed


class TestReport:
    """How many tests passed, and what the others said."""

    def __init__(self):
        self.passed = 0
        self.failures = []

    def as_json(self):
        """As in a `result`."""
        return {"passed": self.passed, "failed": len(self.failures), "failures": self.failures}

    def raise_if_failed(self, block):
        """Raises TestFailed, if any did."""
        if self.failures:
            said = "; ".join("%s: %s" % (failure["name"], failure["message"]) for failure in self.failures)
            raise TestFailed("Failed to pass tests for block %s" % block, said)


def _words(error):
    """What the assertion says; its source where it says nothing."""
    return str(error) or traceback.extract_tb(error.__traceback__)[-1].line or "assertion failed"


def run(block, tests, outputs, variables):
    """Calls every test with the outputs; the TestReport. A failed assertion counts; any other exception is raised."""
    report = TestReport()
    for test in tests:
        keywords = Signature(test).keywords(variables, len(outputs))
        try:
            test(*outputs, **keywords)
            report.passed += 1
        except AssertionError as e:
            report.failures.append({"name": test.__name__, "message": _words(e)})
            print("FAIL: %s (block: %s)" % (test.__name__, block))
            print("".join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)), end="")
    print("%d/%d tests passed." % (report.passed, len(tests)))
    return report
