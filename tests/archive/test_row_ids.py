import pytest

from archive.row_ids import row_id


@pytest.mark.parametrize(("text", "number"), [("17", 17), ("0", 0), ("9" * 18, 10**18 - 1)])
def test_row_id_is_a_number(text, number):
    assert row_id(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "seven", "٣", "²", "9" * 19, "9" * 5000])
def test_row_id_of_what_is_none(text):
    assert row_id(text) is None
