"""One place of the article that may name a speaker."""

import re
from dataclasses import dataclass
from typing import Literal

from .names import Entity, Gender

WHERE = re.compile(r"P{1,2}[DS]?[xNpbdt#-]{1,5}(?![xNpbdt])")

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


def described_end(classes: str, mention: Mention, limit: int) -> int:
    """The token where an unnamed person's description ends, "of the council" included."""
    more = WHERE.match(classes, mention.last, limit) if classes[mention.last - 1] in "pt" else None
    return more.end() if more else mention.last
