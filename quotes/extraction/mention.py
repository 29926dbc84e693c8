"""One place of the article that may name a speaker."""

import re
from dataclasses import dataclass
from typing import Literal

from .names import Entity, Gender
from .outline import Outline

NOUNS = "(?:[xNpbdt#-]|v(?=[xpbd]))"
WHERE = re.compile(rf"P{{1,2}}[DS]?(?:{NOUNS}{{1,4}}g)?{NOUNS}{{1,5}}(?![xNpbdt])")

PAIR = re.compile(r"tCt+(?:PN{1,3}|N{1,3})?")  # "the Duke and Duchess of ..."

MentionKind = Literal["name", "pronoun", "nominal"]


@dataclass(slots=True)
class Mention:
    """Tokens ``first:last`` of the outline, characters ``start:end`` of the document.

    ``head`` is its deciding word in lower case; ``entity`` who it is, where that is known.
    """

    kind: MentionKind
    first: int
    last: int
    start: int
    end: int
    head: str
    entity: Entity | None = None
    gender: Gender = ""
    plural: bool = False
    title: str = ""


def described_end(outline: Outline, mention: Mention) -> int:
    """The token where an unnamed person's description ends, "with knowledge of the talks" included."""
    classes, limit = outline.classes, outline.sentences[outline.sentence[mention.first]][1]
    of = classes[mention.last - 1] == "b" and outline.low[mention.last : mention.last + 1] == ["of"]
    more = WHERE.match(classes, mention.last, limit) if of or classes[mention.last - 1] in "pt" else None
    end = more.end() if more else mention.last
    if more and (pair := PAIR.match(classes, end - 1, limit)):
        end = pair.end()
    if more and outline.low[end : end + 1] in (["of"], ["for"]):
        further = WHERE.match(classes, end, limit)
        end = further.end() if further else end
    return end


def placed_end(outline: Outline, mention: Mention) -> int:
    """The same with all that follows up to a comma ("ambassador to the union in Geneva, ")."""
    end, limit = described_end(outline, mention), outline.sentences[outline.sentence[mention.first]][1]
    further = WHERE.match(outline.classes, end, limit)
    closed = further and outline.classes[further.end() : further.end() + 1] == ","
    return further.end() if further and closed else end


def described_start(outline: Outline, mention: Mention) -> int:
    """The token where the description begins: "one of the officials" is one of them."""
    first = mention.first
    part = mention.plural and outline.classes[first] in "DS" and outline.low[first - 1 : first] == ["of"]
    return first - 2 if part and first >= 2 and outline.classes[first - 2] == "D" else first
