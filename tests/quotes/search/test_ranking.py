"""What should come first, judged by people: a small archive and queries with their best answers."""

import pytest

from quotes.search.parser import parse
from quotes.search.query import SearchQuery
from tests.quotes.search.documents import indexed, made, printed

ARCHIVE = [
    made(
        "We will build the tidal barrage, and we will build it before the old plant closes",
        quote_id=1,
        speaker="Saoirse Brannigan",
        contexts=("She spoke to reporters in the harbour",),
        printings=(printed("courier", "2025-03-01"),),
    ),
    made(
        "Nobody asked us about it",
        quote_id=2,
        speaker="Piet Vermeulen",
        contexts=("He has fished the bay where the tidal barrage is planned for thirty years",),
        printings=(printed("herald", "2025-03-02"),),
    ),
    made(
        "The barrage is a gamble on the tide",
        quote_id=3,
        speaker="Imani Okafor",
        printings=(printed("courier", "2025-03-05"),),
    ),
    made(
        "Building codes matter more than speeches",
        quote_id=4,
        speaker="Rosa Build",
        printings=(printed("observer", "2024-10-01"),),
    ),
    made("We build", quote_id=5, speaker="Ilse Grau", printings=(printed("observer", "2024-10-02"),)),
    made(
        "The ferry will sail again in spring",
        quote_id=6,
        speaker="Hamish Orr",
        confidence=0.95,
        sources=4,
        printings=(printed("courier", "2025-01-01"), printed("herald", "2025-01-01")),
    ),
    made(
        "The ferry will sail again in autumn",
        quote_id=7,
        speaker="Unnamed",
        confidence=0.4,
        sources=1,
        printings=(printed("tribune", "2025-01-01"),),
    ),
    made("The budget is balanced at last", quote_id=8, printings=(printed("courier", "2025-06-01"),)),
    made("The budget is balanced at last", quote_id=9, printings=(printed("courier", "2009-06-01"),)),
    made(
        "Budget, budget, budget: I hear of nothing else",
        quote_id=10,
        printings=(printed("herald", "2009-06-01"),),
    ),
    made("To govern is to choose", quote_id=11, speaker="Ada Quill"),
    made("They choose and I govern", quote_id=12),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return indexed(tmp_path_factory.mktemp("index"), *ARCHIVE)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tidal barrage", [1, 2]),  # said before mentioned nearby
        ("barrage", [3, 1, 2]),  # the shorter quote before the longer one
        ("build", [5]),  # the very word before another form of it
        ("building", [4]),
        ("okafor", [3]),
        ("brannigan barrage", [1]),
        ("ferry sail", [6, 7]),  # surer and better sourced
        ("budget balanced", [8, 9]),  # newer, the rest being equal
        ("budget", [10]),  # but relevance outweighs sixteen years
        ('"govern is to choose"', [11]),
    ],
)
def test_the_best_comes_first(engine, text, first):
    hits = engine.search(SearchQuery(text), parse(text).node).hits
    assert [hit.quote_id for hit in hits][: len(first)] == first
