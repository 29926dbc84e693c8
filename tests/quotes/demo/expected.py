"""What a careful reader finds in the demo's articles: their quotes and who said each (``expected.json``).

Keys are ``outlet/slug``, with ``/corrected`` for an article's second edition. ``on_behalf_of`` and
``occasion`` stand where the article says so; ``unattributed`` are marked words that are no one's speech.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from quotes.demo.article import Article, Edition
from quotes.demo.outlet import DemoOutlet, outlet

ROWS = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class ExpectedQuote:
    kind: str
    speaker: str | None
    segments: list[str]
    on_behalf_of: str | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedArticle:
    paper: DemoOutlet
    article: Article
    edition: Edition
    quotes: list[ExpectedQuote]

    @property
    def speech(self) -> list[ExpectedQuote]:
        return [quote for quote in self.quotes if quote.kind != "unattributed"]


def expected_article(key: str) -> ExpectedArticle:
    paper, slug, *edition = key.split("/")
    shown = Edition(edition[0]) if edition else Edition.FIRST
    quotes = [ExpectedQuote(**row) for row in ROWS[key]]
    return ExpectedArticle(outlet(paper), outlet(paper).article(slug, shown), shown, quotes)


def expected_articles() -> list[ExpectedArticle]:
    return [expected_article(key) for key in ROWS]
