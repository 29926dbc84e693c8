from collections import Counter, defaultdict

from bs4 import BeautifulSoup

from quotes.demo.article import Edition
from quotes.demo.outlet import KEYS, outlet
from quotes.demo.pages import Edited

from .expected import ROWS, expected_articles

ARTICLES = expected_articles()


def page_text(expected) -> str:
    site = Edited(expected.paper, expected.edition, "http://127.0.0.1:8801")
    content = site.answer(expected.article.path).content
    return BeautifulSoup(content, "lxml", from_encoding=expected.paper.encoding).get_text()


def test_every_article_has_an_expectation():
    keys = {f"{key}/{article.slug}" for key in KEYS for article in outlet(key).articles(Edition.FIRST)}
    assert set(ROWS) == keys | {"courier/ferries-in-public-hands/corrected"}


def test_every_segment_is_verbatim_on_its_page():
    for expected in ARTICLES:
        text = page_text(expected)
        assert [s for quote in expected.quotes for s in quote.segments if s not in text] == []


def test_every_speech_has_a_speaker():
    speech = [quote for expected in ARTICLES for quote in expected.speech]
    assert {quote.kind for quote in speech} == {"direct", "mixed"}
    assert all(quote.speaker and quote.segments for quote in speech)


def test_recurring_people_speak_in_several_outlets():
    outlets = defaultdict(set)
    for expected in ARTICLES:
        for quote in expected.speech:
            outlets[quote.speaker.replace("’", "'")].add(expected.paper.key)
    everywhere = {name for name, keys in outlets.items() if len(keys) == 3}
    assert everywhere == {
        "Amara Okonkwo-Lind", "Bertil Askew", "Callum O'Dowd", "Helen Marsh", "Joost van der Meulen",
        "Marguerite Thole",
    }  # fmt: skip


def test_demo_holds_what_readers_find_hard():
    counted = Counter()
    for expected in ARTICLES:
        for quote in expected.quotes:
            counted[quote.kind] += 1
            counted["split"] += len(quote.segments) == 2
            counted["over paragraphs"] += len(quote.segments) > 2
            counted["spokesperson"] += quote.on_behalf_of is not None
            counted["occasion"] += quote.occasion is not None
    assert (counted["direct"], counted["mixed"], counted["unattributed"]) == (137, 27, 12)
    assert min(counted.values()) >= 1
