from argparse import ArgumentTypeError

import pytest

from archive.management.arguments import article_id


def test_article_id_is_a_number():
    assert article_id("17") == 17


@pytest.mark.parametrize("text", ["", "-1", "1.5", "seven", "٣", "9" * 19])
def test_article_id_of_what_is_none(text):
    with pytest.raises(ArgumentTypeError, match="is no number of an article"):
        article_id(text)
