"""Keywords of pages."""

import pytest

from archive.scrapers.metadata.keywords import keywords_of

from .heads import head, meta, news


@pytest.mark.parametrize(
    ("markup", "keywords"),
    [
        (news(keywords=["Ferries", "Tidewell"]), ("Ferries", "Tidewell")),
        (news(keywords="Ferries, Tidewell;ferries"), ("Ferries", "Tidewell")),
        (meta("article:tag", "Ferries") + meta("article:tag", "Tidewell"), ("Ferries", "Tidewell")),
        (meta("news_keywords", "Ferries,Tidewell,"), ("Ferries", "Tidewell")),
        (news(keywords=["Ferries"]) + meta("keywords", "Cheap cruises"), ("Ferries",)),
        (meta("keywords", "section:news, x, Ferries"), ("Ferries",)),
        (meta("og:site_name", "The Post") + meta("keywords", "the post, Ferries"), ("Ferries",)),
        (meta("keywords", "what the harbour master told the council last night"), ()),
        ("", ()),
    ],
)
def test_keywords_are_what_the_page_tells(markup, keywords):
    assert keywords_of(head(markup)) == keywords


def test_keywords_are_not_more_than_a_reader_can_use():
    assert len(keywords_of(head(meta("keywords", ",".join(f"word {n}" for n in range(100)))))) == 12
