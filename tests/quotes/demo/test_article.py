from datetime import UTC, datetime
from pathlib import Path

from quotes.demo.article import Edition, block, blocks, inline, read_article

SOURCE = """\
+++
title = "Boat late"
standfirst = "Again"
authors = ["Ada Quay"]
section = "News"
published = 2026-01-02T03:04:05Z
related = []

[correction]
title = "Boat early"
modified = 2026-01-03T00:00:00Z
+++

It came.

@first It was late.

@corrected It was early.
"""


def written(folder: Path) -> Path:
    file = folder / "2026-01-02-boat-late.md"
    file.write_text(SOURCE, encoding="utf-8")
    return file


def html_of(article):
    return [block.html for block in article.blocks]


def test_read_article_in_its_first_edition(tmp_path):
    article = read_article(written(tmp_path), "/{published:%Y}/{slug}", Edition.FIRST)
    assert (article.slug, article.path, article.title) == ("boat-late", "/2026/boat-late", "Boat late")
    assert html_of(article) == ["It came.", "It was late."]
    assert article.changed == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_read_article_corrected(tmp_path):
    article = read_article(written(tmp_path), "/{slug}", Edition.CORRECTED)
    assert (article.title, article.path) == ("Boat early", "/boat-late")
    assert html_of(article) == ["It came.", "It was early."]
    assert article.changed == datetime(2026, 1, 3, tzinfo=UTC)


def test_block_with_a_mark_and_a_note():
    pull = block("@pull The sea waits | Ada Quay")
    assert (pull.kind, pull.html, pull.note) == ("pull_quote", "The sea waits", "Ada Quay")


def test_blocks_of_every_kind():
    body = "One.\n\n## Two\n\n> Three\n\n@post Four | Ada\n\n@note Five\n\n@also\n\n@corrected @note Six"
    kinds = [block.kind for block in blocks(body, Edition.CORRECTED)]
    assert kinds == ["paragraph", "subheading", "block_quote", "post", "note", "also", "note"]


def test_inline_escapes_and_emphasises():
    assert inline("**A & B** said *no*") == "<strong>A &amp; B</strong> said <em>no</em>"
