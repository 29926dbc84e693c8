"""Documents from the database: what readers may find of each quote, with its printings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from archive.withheld import masked
from quotes.models import Alias, Occurrence, Quote, Speaker

from .articles import Printed, articles
from .document import QuoteDocument
from .subjects import Subjects

BATCH = 500  # quotes by their ids in one query
STRETCH = 2000  # quotes in a row in one query
MOST_CONTEXTS = 5
MOST_MERGES = 20
CIRCUMSTANCES = ("occasion", "place", "said_on")

QUOTE_FIELDS = ("id", "speaker_id", "text", "kind", "status", "language", "sources", "confidence")
OCCASION_FIELDS = ("occasion__name", "occasion__place")
OCCURRENCE_FIELDS = ("quote_id", "article_id", "before", "after", "evidence")
Row = tuple[Any, ...]


def findable():
    """The quotes that the index holds: public ones (indirect speech too), without what was merged away."""
    return Quote.objects.public_with_indirect().filter(merged_into=None)


def documents_of(quote_ids: Iterable[int]) -> Iterator[QuoteDocument]:
    """Of those among them that readers may find."""
    wanted = sorted(set(quote_ids))
    names, subjects = Names(), Subjects()
    for start in range(0, len(wanted), BATCH):
        yield from gathered({"in": wanted[start : start + BATCH]}, names, subjects)


def all_documents(after: int = 0) -> Iterator[QuoteDocument]:
    """Of all quotes that readers may find, by rising id."""
    names, subjects = Names(), Subjects()
    while stretch := list(
        findable().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:STRETCH]
    ):
        yield from gathered({"gte": stretch[0], "lte": stretch[-1]}, names, subjects)
        after = stretch[-1]


def gathered(chosen: dict[str, Any], names: "Names", subjects: Subjects) -> Iterator[QuoteDocument]:
    """``chosen``: lookups of the quotes' ids."""
    quotes = findable().filter(**{f"pk__{lookup}": value for lookup, value in chosen.items()})
    rows = list(quotes.order_by("pk").values_list(*QUOTE_FIELDS, *OCCASION_FIELDS))
    printed = defaultdict(list)
    occurrences = Occurrence.objects.filter(
        **{f"quote_id__{lookup}": value for lookup, value in chosen.items()}
    )
    standing = occurrences.exclude(review=Occurrence.Review.REJECTED).order_by("quote_id", "pk")
    for occurrence in standing.values_list(*OCCURRENCE_FIELDS).iterator(STRETCH):
        printed[occurrence[0]].append(occurrence)
    names.learn({row[1] for row in rows if row[1]})
    known = articles((row[1] for found in printed.values() for row in found), subjects)
    for row in rows:
        there = [(found, known[found[1]]) for found in printed[row[0]] if found[1] in known]
        yield document(row, names.of(row[1]), there)


def document(row: Row, named: "Named", occurrences: list[tuple[Row, Printed]]) -> QuoteDocument:
    quote_id, _, text, kind, status, language, sources, confidence, *occasion = row
    contexts = [
        masked(part, article.withheld) if article.withheld else part
        for found, article in occurrences
        for part in (found[2], found[3])
        if part
    ]
    circumstances = [words for found, _ in occurrences for words in as_printed(found[4])]
    topics = {topic.topic_id: topic for _, article in occurrences for topic in article.topics}
    return QuoteDocument(
        quote_id=quote_id,
        text=text,
        kind=kind,
        status=status,
        language=language,
        speaker_id=named.speaker_id,
        speaker=named.slug,
        speaker_name=named.name,
        names=named.names,
        contexts=tuple(dict.fromkeys(contexts))[: 2 * MOST_CONTEXTS],
        circumstances=tuple(dict.fromkeys([*filter(None, occasion), *circumstances])),
        printings=tuple(article.printing for _, article in occurrences),
        topics=tuple(topics.values()),
        sources=sources,
        confidence=confidence,
    )


def as_printed(evidence: dict[str, Any]) -> list[str]:
    """The words that tell occasion, place and day."""
    if not evidence:
        return []
    found = (evidence.get(name) or {} for name in CIRCUMSTANCES)
    return [span["text"] for span in found if span.get("text")]


@dataclass(frozen=True, slots=True)
class Named:
    """How a speaker is called; nothing for a quote whose speaker nobody can tell."""

    speaker_id: int = 0
    slug: str = ""
    name: str = ""
    names: tuple[str, ...] = ()


class Names:
    """The names of speakers, each read once; one that was merged goes by the names of both."""

    def __init__(self) -> None:
        self.rows: dict[int, tuple[str, str, int | None]] = {}
        self.aliases: dict[int, list[str]] = defaultdict(list)
        self.known: dict[int | None, Named] = {}

    def learn(self, speaker_ids: set[int]) -> None:
        """Read those that are not known yet, and whom they were merged into."""
        for _ in range(MOST_MERGES):
            missing = sorted(speaker_ids - self.rows.keys())
            if not missing:
                return
            for start in range(0, len(missing), BATCH):
                self.read(missing[start : start + BATCH])
            speaker_ids = {into for pk in missing if pk in self.rows and (into := self.rows[pk][2])}

    def read(self, speaker_ids: list[int]) -> None:
        speakers = Speaker.objects.filter(pk__in=speaker_ids)
        for pk, slug, name, into in speakers.values_list("pk", "slug", "name", "merged_into_id"):
            self.rows[pk] = slug, name, into
        aliases = Alias.objects.filter(speaker__in=speaker_ids).order_by("speaker_id", "name")
        for pk, name in aliases.values_list("speaker_id", "name"):
            self.aliases[pk].append(name)

    def of(self, speaker_id: int | None) -> Named:
        if speaker_id not in self.known:
            self.known[speaker_id] = self.merged(speaker_id)
        return self.known[speaker_id]

    def merged(self, speaker_id: int | None) -> Named:
        names: list[str] = []
        named = Named()
        for _ in range(MOST_MERGES):
            if speaker_id not in self.rows:
                break
            slug, name, into = self.rows[speaker_id]
            names += [name, *self.aliases[speaker_id]]
            named, speaker_id = Named(speaker_id, slug, name), into
        return replace(named, names=tuple(dict.fromkeys(names)))
