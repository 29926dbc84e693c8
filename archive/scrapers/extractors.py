"""Which blocks of a page are its article, in the judgement of trafilatura and of readability-lxml.

Alone each of the two loses quotes on one page in twenty (a body split over several containers, a layout of
tables); the longer of their texts lost 9 of 2,610 where they lost 63 and 80. What they return is only
mapped back to the page's own blocks: neither keeps a page's roles, and both lose paragraph borders.
"""

import copy
from collections.abc import Sequence

import trafilatura
from lxml import etree, html
from lxml.html import HtmlElement
from readability import Document
from readability.readability import Unparseable
from trafilatura.settings import Document as Extracted

from .blocks import Block, blocks_of
from .words import key_of

Wanted = tuple[str, list[int]]  # the words of a block, and the hashes of their runs

RUN = 5
HELD = 0.75


def article_blocks(root: HtmlElement, blocks: Sequence[Block]) -> frozenset[int]:
    """The positions in ``blocks`` of those that the extractor with the longer text took for the article."""
    wanted = wanted_of(blocks)
    chosen = [positions(wanted, lines) for lines in (trafilatura_lines(root), readability_lines(root))]
    return max(chosen, key=lambda taken: sum(len(blocks[position].text) for position in taken))


def trafilatura_lines(root: HtmlElement) -> list[str]:
    """The lines of text that trafilatura extracts; ``root`` is left as it is."""
    found = trafilatura.bare_extraction(
        copy.deepcopy(root), include_comments=False, with_metadata=False, fast=True
    )
    return (found.text or "").splitlines() if isinstance(found, Extracted) else []


class Readability(Document):
    """readability-lxml on a tree that is pruned already, without its clean-up before and after.

    Both cost more time than the extraction itself and change nothing in the text.
    """

    def _parse(self, root: HtmlElement) -> HtmlElement:
        return copy.deepcopy(root)

    def get_clean_html(self) -> str:
        return etree.tostring(self.html, encoding="unicode", method="html")


def readability_lines(root: HtmlElement) -> list[str]:
    """The blocks of text that readability-lxml extracts; ``root`` is left as it is."""
    try:
        summary = Readability(root).summary()
        return [block.text for block in blocks_of(html.document_fromstring(summary))]
    except (Unparseable, etree.ParserError):
        return []


def wanted_of(blocks: Sequence[Block]) -> list[Wanted]:
    keys = (key_of(block.text) for block in blocks)
    return [(key, runs_of(key)) for key in keys]


def positions(wanted: Sequence[Wanted], lines: Sequence[str]) -> frozenset[int]:
    """The positions of the blocks whose words stand in ``lines``, or hold one of them."""
    passages = Passages(lines)
    return frozenset(position for position, words in enumerate(wanted) if passages.hold(*words))


class Passages:
    """Extracted lines, compared by their words alone: whole, and in runs of five."""

    def __init__(self, lines: Sequence[str]) -> None:
        keys = [key_of(line) for line in lines]
        self.keys = set(keys)
        self.runs = {run for key in keys for run in runs_of(key)}

    def hold(self, key: str, runs: list[int]) -> bool:
        """Whether a text of these words is one of the lines, or nearly all of it stands in them."""
        if not key or key in self.keys:
            return bool(key)
        return sum(run in self.runs for run in runs) >= max(HELD * len(runs), 1)


def runs_of(key: str) -> list[int]:
    """The hashes of all runs of five words; a text this short is found by chance, so it has none."""
    words = key.split()
    return [hash(tuple(words[start : start + RUN])) for start in range(len(words) - RUN + 1)]
