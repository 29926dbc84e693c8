from lxml import html

from archive.scrapers.blocks import blocks_of
from archive.scrapers.extractors import (
    article_blocks,
    positions,
    readability_lines,
    trafilatura_lines,
    wanted_of,
)

from .articles import PARAGRAPHS, article


def blocks(*texts: str):
    return blocks_of(html.fromstring("".join(f"<p>{text}</p>" for text in texts)))


def test_positions_are_those_of_the_extracted_words():
    found = positions(
        wanted_of(blocks("Home", *PARAGRAPHS, "About us")), [PARAGRAPHS[1], PARAGRAPHS[0].upper()]
    )

    assert found == {1, 2}


def test_positions_allow_for_a_few_words_that_an_extractor_dropped():
    shortened = PARAGRAPHS[2].removesuffix("sea back.")

    assert positions(wanted_of(blocks(*PARAGRAPHS)), [shortened]) == {2}


def test_short_text_is_found_only_as_a_whole_line():
    assert positions(wanted_of(blocks("Ann Lee", "open")), ["Ann Lee", PARAGRAPHS[0]]) == {0}


def test_both_extractors_leave_the_tree_as_it_is():
    root = html.fromstring(article().decode())
    before = html.tostring(root)

    assert set(PARAGRAPHS) <= set(trafilatura_lines(root))
    assert set(PARAGRAPHS) <= set(readability_lines(root))
    assert html.tostring(root) == before


def test_article_blocks_are_the_longer_choice():
    root = html.fromstring(article().decode())
    found = blocks_of(root.find("body"))

    assert {found[position].text for position in article_blocks(root, found)} >= set(PARAGRAPHS)
