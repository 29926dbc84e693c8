"""Every rule of the table ``hard_cases.md`` holds."""

from pathlib import Path

import pytest

from .cases import read_cases

CASES = read_cases(Path(__file__).parent / "hard_cases.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule_of_english_news_writing_holds(case):
    assert case.found() == case.expected


def test_table_names_each_rule_once():
    assert len({case.rule for case in CASES}) == len(CASES) >= 120
