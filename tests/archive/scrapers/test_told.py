import json

import pytest

from archive.scrapers import UnreadableError

from .articles import PARAGRAPHS, TITLE, page, paragraphs, read

HINT = "<p>Subscribe to read on.</p>"


def told(body: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def texts(content: bytes) -> list[str]:
    return [each.text for each in read(content).paragraphs]


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(PARAGRAPHS),
        "\r\n\r\n".join(f"  {text} " for text in PARAGRAPHS),
        paragraphs(),
        paragraphs().replace("<", "&lt;").replace(">", "&gt;"),
        "<br><br>".join(PARAGRAPHS),
    ],
)
@pytest.mark.parametrize(
    "shown", ['<div id="app"></div>', f"<main><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></main>"]
)
def test_article_that_is_drawn_by_script_is_read_as_told_to_machines(body, shown):
    assert texts(page(shown + HINT, told(body))) == [TITLE, *PARAGRAPHS]


def test_article_that_is_shown_is_read_as_shown():
    content = page(
        f"<main><h1>{TITLE}</h1>{paragraphs()}</main>", told(" ".join([*PARAGRAPHS, "And so on."]))
    )
    assert texts(content) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("body", ["Soon.", 7, None, ["a"], {"a": "b"}, "word " * 200_000, "\ud800", ""])
def test_page_that_tells_nothing_useful_holds_no_article(body):
    with pytest.raises(UnreadableError, match="holds no text|No article"):
        read(page('<div id="app"></div>', told(body)))
