import pytest

from archive.models import Article, Capture
from quotes.sources import url_status


@pytest.mark.parametrize(
    ("state", "origin", "status"),
    [("read", "fetched", "live"), ("gone", "fetched", "dead"), ("read", "supplied", "")],
)
def test_the_source_is_live_where_it_was_fetched_and_is_not_gone(state, origin, status):
    assert url_status(Article(state=state), Capture(origin=origin)) == status
