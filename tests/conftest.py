"""What holds for the whole suite: where REQUIRE_ALL_TESTS=1, as in CI, a skipped test is a failed one.

Generated examples are the same in every run; HYPOTHESIS_PROFILE=explore looks for new ones.
"""

import os
import signal
from collections.abc import Generator

import hypothesis
import pytest
from django.test import TransactionTestCase
from django.utils import translation

from tests.emptying import Emptying

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# Programs under test inherit what is ignored, as Ctrl-C is under ``nohup ... &``.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Generator[None, None, None]:
    """The database of the tests, which is emptied quickly."""
    with django_db_blocker.unblock():
        emptying = Emptying()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: emptying())
        yield


@pytest.fixture(autouse=True)
def language_of_the_settings() -> None:
    """No test speaks the language that the page of another one was asked for in."""
    translation.deactivate()
