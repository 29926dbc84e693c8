"""One place of the article that may name a speaker."""

from dataclasses import dataclass
from typing import Literal

from .names import Entity, Gender

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
