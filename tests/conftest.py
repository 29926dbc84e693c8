"""What holds for the whole suite: where REQUIRE_ALL_TESTS=1, as in CI, a skipped test is a failed one."""

import os
from collections.abc import Generator

import pytest

Report = pytest.TestReport | pytest.CollectReport


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Report, Report]:
    return failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Report, Report]:
    return failed_if_skipped((yield))


def failed_if_skipped(report: Report) -> Report:
    """The report; a missing browser or server, which skips a test elsewhere, is an error in CI."""
    if os.environ.get("REQUIRE_ALL_TESTS") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, though REQUIRE_ALL_TESTS=1: {report.longreprtext}"
    return report
