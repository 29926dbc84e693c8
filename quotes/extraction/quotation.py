"""What an engine returns: quotes with their speakers and the evidence for both."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "mixed", "indirect", "unattributed"]
SpeakerKind = Literal["person", "organisation", "unnamed"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the article: ``text`` stands verbatim at ``start:end`` of the document."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have said it, and how likely that is (0 to 1)."""

    speaker: str
    score: float


@dataclass(frozen=True, slots=True)
class ExtractedQuote:
    """One utterance of an article.

    ``segments`` hold the words inside the marks, never the marks, in rising order, each within
    one paragraph. ``repeats`` are further places of the same article that print the words again
    (pull quotes, captions, headlines), each as segments. ``before`` and ``after`` are the context.
    ``speaker`` is the fullest name that the article gives, without titles; an unnamed source's
    description as printed; ``None`` if nobody can tell. ``mention``, ``cue``, ``role``, ``occasion``,
    ``place`` and ``said_on`` are words of the article, never inferred. ``on_behalf_of`` is the body
    that a spokesperson speaks for, ``reported_by`` who passed the words on. ``confidence`` is the
    calibrated chance (0 to 1) that the speaker is right; ``method`` names the rule or ranker that
    decided; ``reasons`` say why a person should look at it.
    """

    segments: tuple[Span, ...]
    kind: Kind
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    mention: Span | None = None
    cue: Span | None = None
    role: Span | None = None
    occasion: Span | None = None
    place: Span | None = None
    said_on: Span | None = None
    on_behalf_of: str | None = None
    reported_by: str | None = None
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0
    method: str = ""
    reasons: tuple[str, ...] = ()
    before: Span | None = None
    after: Span | None = None
    repeats: tuple[tuple[Span, ...], ...] = ()

    @property
    def text(self) -> str:
        """The segments joined by one space."""
        return " ".join(segment.text for segment in self.segments)
