"""Speakers that the layout of an article gives: the label of a turn, a signature, the person interviewed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .document import Document, Paragraph
from .marks import Passage
from .mention import Mention
from .outline import Outline
from .unmarked import SHOWN, Turn, is_signature

SIGNATURE_START = 3
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Layout:
    """What is needed to see who is named where; ``tokens`` maps passages to theirs.

    ``firsts`` are the tokens at which the mentions start, in rising order.
    """

    document: Document
    outline: Outline
    passages: Sequence[Passage]
    mentions: Sequence[Mention]
    tokens: Mapping[int, int]
    firsts: Sequence[int]


def given_speakers(layout: Layout, turns: Sequence[Turn]) -> dict[int, int]:
    """Passage to the mention (both as indexes) that the layout names as its speaker, or ``NOBODY``."""
    labels = {turn.paragraph: turn.label for turn in turns}
    guest = interviewed(layout) if "interview" in labels.values() else None
    found = {}
    for number, token in layout.tokens.items():
        passage = layout.passages[number]
        label = labels.get(passage.paragraph, "") if passage.family == "unmarked" else signed(layout, number)
        index = guest if label == "interview" else next(named(layout, passage, token, label), None)
        if index is not None or label in ("interview", "here"):
            found[number] = NOBODY if index is None else index
    return found


def signed(layout: Layout, number: int) -> str:
    """Does the paragraph behind a marked passage that fills its own sign it?"""
    passage, paragraphs = layout.passages[number], layout.document.paragraphs
    own: Paragraph = paragraphs[passage.paragraph]
    fills = passage.start - own.start <= 2 and own.start + len(own.text.rstrip()) - passage.end <= 2
    following = passage.paragraph + 1
    return "next" if fills and following < len(paragraphs) and is_signature(paragraphs[following]) else ""


def named(layout: Layout, passage: Passage, token: int, label: str) -> Iterator[int]:
    """The mentions that a label of this sort may mean, the likeliest first."""
    first, last = layout.outline.paragraphs[passage.paragraph]
    if label == "here":
        yield from within(layout, first, token)
    if label == "announced":
        yield from announcer(layout, passage.paragraph)
    if label == "signed":
        yield from within(layout, token + 1, last)
    if label == "next":
        start, end = layout.outline.paragraphs[passage.paragraph + 1]
        yield from within(layout, start, min(end, start + SIGNATURE_START))


def announcer(layout: Layout, paragraph: int) -> Iterator[int]:
    """The only person who is named in the sentence in front of a block or post."""
    outline, paragraphs = layout.outline, layout.document.paragraphs
    while paragraph and paragraphs[paragraph].role in SHOWN:
        paragraph -= 1
    first, last = outline.paragraphs[paragraph]
    if first < last:
        sentence = outline.sentences[outline.sentence[last - 1]]
        found = [i for i in within(layout, *sentence) if is_person(layout.mentions[i])]
        if len({entity.number for i in found if (entity := layout.mentions[i].entity)}) == 1:
            yield found[0]


def is_person(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.kind == "person"


def within(layout: Layout, first: int, last: int) -> Iterator[int]:
    """The names that start at tokens ``first <= t < last``."""
    for index in range(bisect_left(layout.firsts, first), bisect_left(layout.firsts, last)):
        if layout.mentions[index].kind == "name":
            yield index


def interviewed(layout: Layout) -> int | None:
    """The first mention of the person whom the article names most, its authors left out."""
    authors = {author.lower() for author in layout.document.authors}
    counts: Counter[int] = Counter()
    firsts: dict[int, int] = {}
    for index, mention in enumerate(layout.mentions):
        entity = mention.entity if mention.kind == "name" else None
        if entity and entity.kind in ("person", "") and entity.name.lower() not in authors:
            counts[entity.number] += 1 + (entity.kind == "person")
            firsts.setdefault(entity.number, index)
    return firsts[counts.most_common(1)[0][0]] if counts else None
