"""What the index knows of a quote: one document each."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

BETWEEN = "\x00"  # no text of the database has it


@dataclass(frozen=True, slots=True)
class Printing:
    """Where and when it stood. ``published`` is in the site's time zone, or None where nobody knows."""

    outlet_id: int
    outlet: str
    outlet_name: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article that prints it is about."""

    topic_id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class QuoteDocument:
    """A quote that readers may find, ready for an engine.

    ``text`` is what was said, ``contexts`` what stands around it, ``names`` all names of the speaker,
    ``circumstances`` occasion, place and day, as curators tell and as printed. ``sources`` counts independent
    ones, ``confidence`` is 0 to 1.
    """

    quote_id: int
    text: str
    kind: str
    status: str
    language: str
    speaker_id: int = 0
    speaker: str = ""
    speaker_name: str = ""
    names: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    printings: tuple[Printing, ...] = ()
    topics: tuple[Subject, ...] = ()
    sources: int = 0
    confidence: float = 0.0

    @property
    def digest(self) -> int:
        """Of everything in it: equal digests, equal documents."""
        content = [
            *(str(self.quote_id), self.text, self.kind, self.status, self.language),
            *(str(self.speaker_id), self.speaker, self.speaker_name, str(self.sources), str(self.confidence)),
            *("", *self.names, "", *self.contexts, "", *self.circumstances, ""),
        ]
        for one in self.printings:
            content += [str(one.outlet_id), one.outlet, one.outlet_name, str(one.published)]
        for topic in self.topics:
            content += [str(topic.topic_id), topic.slug, topic.name]
        packed = BETWEEN.join(content).encode("utf-8", "replace")
        return int.from_bytes(blake2b(packed, digest_size=7).digest())
