"""What the index is given of a quote."""

from datetime import UTC, datetime

from quotes.search.tantivy_engine.entries import Entries
from quotes.search.tantivy_engine.keys import DAY, first_minute, outlet_day, place_in_time, printing_key
from tests.quotes.search.documents import about, made, printed

NIGHT = datetime(2024, 3, 2, tzinfo=UTC)
MINUTE = first_minute(NIGHT.date())


def entry(*documents) -> dict:
    """Of the last of these, made after the others."""
    entries = Entries()
    return [entries.of(document).to_dict() for document in documents][-1]


def test_words_pairs_and_stems_of_a_quote():
    quote = made("It is TAXES, re-taxed.", contexts=("She said the same of taxes.",), circumstances=("Gala",))
    found = entry(quote)
    assert [found[field][0].split() for field in ("words", "stems", "pairs")] == [
        ["it", "is", "taxes", "re", "taxed"],
        ["it", "is", "tax", "re", "tax", "retax"],
        ["it_is"],
    ]
    assert [found[field][0].split() for field in ("context", "context_pairs", "circumstances")] == [
        ["she", "said", "the", "same", "of", "taxes"],
        ["she_said", "said_the"],
        ["gala"],
    ]
    assert [text.split() for text in found["anything"]] == [
        ["it", "is", "tax", "re", "tax", "retax"],
        ["she", "said", "the", "same", "of", "tax", "gala"],
    ]


def test_numbers_of_a_printing():
    quote = made("It rained", quote_id=7, printings=(printed("herald", "2024-03-02"),))
    found = entry(quote)
    assert {field: found[field] for field in ("outlet", "first_year", "printing", "printed", "day")} == {
        "outlet": ["herald"],
        "first_year": [2024],
        "printing": [printing_key(2, MINUTE)],
        "printed": [MINUTE],
        "day": [MINUTE // DAY],
    }
    assert found["outlet_day"] == [outlet_day(2, MINUTE // DAY)]
    assert found["newest"] == found["oldest"] == [place_in_time(MINUTE, 7)]
    assert [found[field] for field in ("outlet_1", "outlet_2", "outlet_3")] == [[2], [0], [0]]
    assert "other_outlets" not in found


def test_quote_after_another_of_its_article_and_of_another_one():
    herald, courier = printed("herald", "2024-03-02"), printed("courier", "2022-01-01")
    quotes = [
        made(f"It rained {quote_id} times", quote_id=quote_id, printings=printings, topics=topics)
        for quote_id, printings, topics in [
            (1, (herald,), about("Sea", "Harbour")),
            (2, (herald,), about("Sea", "Harbour")),
            (3, (herald, courier), about("Sea", "Harbour")),
            (4, (herald, courier), about("Sea")),
            (5, (), ()),
        ]
    ]
    assert [entry(*quotes[:number]) for number in range(1, 6)] == [entry(quote) for quote in quotes]


def test_more_values_than_fields_go_to_the_last():
    found = entry(made("It rained", topics=about(*"abcdefgh")))
    assert len(found["other_topics"]) == 2
    assert found["more"] == ["other_topics"]
    fields = [*(f"topic_{place}" for place in range(1, 7)), "other_topics"]
    assert [key for field in fields for key in found[field]] == found["topic_ids"]
