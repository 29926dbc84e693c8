"""What should come first, judged by a reader of the demo: words half remembered, and the quote they mean."""

import pytest

from quotes.demo.collection import collect_demo, open_newsroom
from quotes.models import Quote
from quotes.search import SearchQuery, search
from tests.quotes.demo.ports import own_ports

JUDGED = [
    ("two votes dinghy", "I came in by two votes and a dinghy"),
    ("marsh front door", "I came in by two votes and a dinghy"),
    ("bath plug", "Think of it as a bath with the plug half in"),
    ("okonkwo bath", "Think of it as a bath with the plug half in"),
    ("moon tea", "At 6.14 this morning the moon made a cup of tea"),
    ("turbines house under water", "They’ve found money for turbines"),
    ("ordered two more", "We’ve ordered two more on the same drawings"),
    ("speech patience", "I’d a speech ready"),
    ("doctor post bride -sell", ""),
    ("speaker:odowd wrong politely", "She was wrong politely"),
    ('"love letter to a timetable"', "a love letter to a timetable"),
    ("borrow", "I gave it back"),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("search_index")
def test_the_quote_that_is_meant_comes_first(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path / "captures"
    with open_newsroom(own_ports()) as newsroom:
        collect_demo(newsroom)

    assert {text: first_found(text, expected) for text, expected in JUDGED} == dict(JUDGED)


def first_found(text: str, expected: str) -> str:
    """The beginning of the first result, as long as the one expected."""
    hits = search(SearchQuery(text)).hits
    return Quote.objects.get(pk=hits[0].quote_id).text[: len(expected)] if hits else ""
