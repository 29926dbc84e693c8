"""Every rule of the tables beside this file holds: one table a language, named by its code."""

from pathlib import Path

import pytest

from tests.extraction.cases import read_cases

CASES = [
    (path.stem, case)
    for path in sorted(Path(__file__).parent.glob("*.md"))
    for case in read_cases(path, path.stem)
]


@pytest.mark.parametrize(
    "case", [case for _, case in CASES], ids=[f"{code}: {case.rule}" for code, case in CASES]
)
def test_rule_of_the_language_holds(case):
    assert case.found() == case.expected


def test_every_language_with_patterns_has_a_table():
    assert {code for code, _ in CASES} == {"de", "es", "fr", "it"}
