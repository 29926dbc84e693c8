from argparse import ArgumentTypeError

import pytest

from archive.management.arguments import row_id


def test_row_id_is_a_number():
    assert row_id("17") == 17


@pytest.mark.parametrize("text", ["", "-1", "1.5", "seven", "٣", "9" * 19])
def test_row_id_of_what_is_none(text):
    with pytest.raises(ArgumentTypeError, match="is no number of an article"):
        row_id(text)
