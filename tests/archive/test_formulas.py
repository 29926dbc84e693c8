import pytest

from archive.formulas import escaped, unescaped

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", "''=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_plain_outside_and_whole_inside(text):
    assert escaped(text) == f"'{text}"
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("value", ["", "1+1", "'twas said", "a=b", 7, None, -1.5, True])
def test_what_no_spreadsheet_runs_stays_as_it_is(value):
    assert escaped(value) is value
    assert unescaped(value) is value
