"""Same quote? Which Quote an occurrence belongs to, and what the quote is by its occurrences.

Works on many occurrences at once, with a number of database queries that does not grow with them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q
from django.utils import timezone

from archive.models import Article
from archive.rows import insert, save_alike

from .likeness import Utterance, fingerprints, same_quote
from .models import Fingerprint, Occurrence, Quote
from .ranking import harm_of
from .search.outbox import mark
from .withholding import withhold

MOST_CANDIDATES = 40
STRENGTH = [Quote.Kind.UNATTRIBUTED, Quote.Kind.INDIRECT, Quote.Kind.MIXED, Quote.Kind.DIRECT]
DERIVED = ["text", "kind", "language", "first_seen", "last_seen", "sources", "confidence"]
SAVED = ["speaker", "status", "reason", "merged_into", "harm", "updated_at", *DERIVED]


def regroup(occurrences: Sequence[Occurrence], *, is_first: bool = False) -> None:
    """Save the occurrences under the quotes that their words and speakers belong to now, made where missing.

    A quote that is left without occurrences stays as a redirect: permalinks never die. ``is_first``: their
    article has no others yet.
    """
    groups = Groups(occurrences, is_first=is_first)
    for occurrence in occurrences:
        groups.join(occurrence)
    groups.save(occurrences)


def refresh(quotes: Iterable[Quote]) -> None:
    """Set what quotes say of themselves from their occurrences; one without any is shown to nobody."""
    ids = {quote.pk for quote in quotes}
    if not ids:
        return
    groups = [Group(quote, list(quote.occurrences.all())) for quote in with_occurrences(ids)]
    quotes = [group.quote for group in groups]
    before = [saved_values(quote) for quote in quotes]
    for group in groups:
        group.derive()
    save_fingerprints(groups)
    save_changed(quotes, before)
    withhold(group.quote for group in groups)
    mark(ids)


def saved_values(quote: Quote) -> dict[str, object]:
    return {name: getattr(quote, name) for name in (*DERIVED, "status", "reason", "harm")}


def save_changed(quotes: Sequence[Quote], before: Sequence[dict[str, object]]) -> None:
    """Those of the derived fields that any of the quotes has another value in."""
    now = timezone.now()
    for quote in quotes:
        quote.updated_at = now
    after = [saved_values(quote) for quote in quotes]
    pairs = list(zip(before, after, strict=True))
    changed = {name for old, new in pairs for name in new if old[name] != new[name]}
    save_alike(quotes, ["updated_at", *sorted(changed)])


@dataclass(slots=True, eq=False)
class Group:
    """A quote and its occurrences, as they are to be."""

    quote: Quote
    members: list[Occurrence] = field(default_factory=list)
    is_new: bool = False

    @property
    def counting(self) -> list[Occurrence]:
        """Those that no curator has rejected."""
        return [o for o in self.members if o.review != Occurrence.Review.REJECTED]

    @property
    def is_unknown(self) -> bool:
        """Whether no curator can have withdrawn it, nor anything else that its articles print."""
        return self.is_new and not any(occurrence.article.withheld for occurrence in self.members)

    def takes(self, occurrence: Occurrence) -> bool:
        """Is this the quote of the occurrence's words?"""
        if self.quote.speaker_id != occurrence.speaker_id or self.quote.kind not in like_kinds(
            occurrence.kind
        ):
            return False
        mine = utterance(occurrence)
        return any(same_quote(mine, utterance(other)) for other in self.members)

    def fingerprints(self) -> set[int]:
        return {value for occurrence in self.counting for value in fingerprints_of(occurrence)}

    def derive(self) -> None:
        """Set the quote's fields from the occurrences: the fullest wording, dates, sources, confidence."""
        self.quote.updated_at = timezone.now()
        self.describe()
        self.quote.harm = harm_of(self.quote, self.counting)

    def describe(self) -> None:
        if not self.members and "status" not in self.quote.locked:
            self.quote.status = Quote.Status.REJECTED
            self.quote.reason = self.quote.reason or "No longer found in its article."
        if not self.counting:
            return
        for name, value in derived(self.counting).items():
            if name not in self.quote.locked:
                setattr(self.quote, name, value)


class Groups:
    """The quotes that some occurrences belong to or may join, read at once."""

    def __init__(self, occurrences: Sequence[Occurrence], *, is_first: bool = False) -> None:
        former = {o.quote_id for o in occurrences if o.quote_id}
        is_alone = is_first and not any(o.article.story_id for o in occurrences)
        ids = like_quotes(occurrences) | former | (set() if is_alone else of_stories(occurrences))
        self.by_quote = {q.pk: Group(q, list(q.occurrences.all())) for q in with_occurrences(ids)}
        self.by_value: dict[int, list[Group]] = {}
        for group in self.by_quote.values():
            self.note(group, group.fingerprints())
        self.touched: dict[Group, None] = {}

    def note(self, group: Group, values: Iterable[int]) -> None:
        for value in values:
            self.by_value.setdefault(value, []).append(group)

    def join(self, occurrence: Occurrence) -> None:
        """Put the occurrence into its group, out of the one it was in."""
        former = self.leave(occurrence)
        group = kept(former, occurrence) or self.found(occurrence)
        group = group or emptied(former, occurrence) or new_group(occurrence)
        if former and not former.members and former is not group:
            former.quote.merged_into = group.quote
        group.members.append(occurrence)
        self.note(group, fingerprints_of(occurrence))
        occurrence.quote = group.quote
        self.touched[group] = None

    def leave(self, occurrence: Occurrence) -> Group | None:
        former = self.by_quote.get(occurrence.quote_id) if occurrence.pk else None
        if former:
            former.members = [member for member in former.members if member.pk != occurrence.pk]
            self.touched[former] = None
        return former

    def found(self, occurrence: Occurrence) -> Group | None:
        """The group with most in common that takes it; of its own story, fragments count too."""
        shared = Counter(
            group for value in fingerprints_of(occurrence) for group in self.by_value.get(value, ())
        )
        likely = [group for group, _ in shared.most_common()]
        story = story_of(occurrence.article)
        known = [*self.by_quote.values(), *self.touched]
        near = [group for group in known if any(story_of(o.article) == story for o in group.members)]
        return next((group for group in [*likely, *near] if group.takes(occurrence)), None)

    def save(self, occurrences: Sequence[Occurrence]) -> None:
        for group in self.touched:
            group.derive()
        quotes = [group.quote for group in self.touched]
        known = [quote for quote in quotes if quote.pk]
        Quote.objects.bulk_create([quote for quote in quotes if quote.pk is None])
        for quote in known:
            quote.merged_into = quote.merged_into  # its id is known now
        if known:
            Quote.objects.bulk_update(known, SAVED)
        for occurrence in occurrences:
            occurrence.quote = occurrence.quote  # its id is known now
        save_occurrences(occurrences)
        save_fingerprints(self.touched)
        if not all(group.is_unknown for group in self.touched):
            withhold(quotes)
        mark(quote.pk for quote in quotes)


def like_quotes(occurrences: Sequence[Occurrence]) -> set[int]:
    """For each occurrence the quotes that share most fingerprints, so many of them at the most."""
    values = [fingerprints_of(occurrence) for occurrence in occurrences]
    wanted = set().union(*values)
    holders: dict[int, list[int]] = {}
    for value, quote_id in Fingerprint.objects.filter(value__in=wanted).values_list("value", "quote_id"):
        holders.setdefault(value, []).append(quote_id)
    shared = (Counter(q for value in mine for q in holders.get(value, ())) for mine in values)
    return {quote_id for counts in shared for quote_id, _ in counts.most_common(MOST_CANDIDATES)}


def with_occurrences(ids: set[int]) -> list[Quote]:
    """Articles by a join: SQLite takes no more than 1000 by their ids; of wire copies there may be more."""
    if not ids:
        return []
    found = Quote.objects.filter(pk__in=ids, merged_into=None).order_by("pk")
    printed = Prefetch("occurrences", Occurrence.objects.select_related("article"))
    return list(found.select_related("speaker").prefetch_related(printed))


def of_stories(occurrences: Sequence[Occurrence]) -> set[int]:
    """The quotes of these articles and of their wire copies: there fragments may join too."""
    articles = {occurrence.article for occurrence in occurrences}
    stories = {article.story_id for article in articles if article.story_id}
    copies = Q(article__in=articles) | Q(article__story__in=stories)
    return set(Occurrence.objects.filter(copies).values_list("quote_id", flat=True))


def like_kinds(kind: str) -> list[str]:
    """Marked speech never joins what is no one's speech, nor reported speech what is verbatim."""
    verbatim: list[str] = [Quote.Kind.DIRECT, Quote.Kind.MIXED]
    return verbatim if kind in verbatim else [kind]


def identity(occurrence: Occurrence) -> str:
    """Whose words these are: where nobody can tell, at least of which article or wire story."""
    return f"speaker {occurrence.speaker_id}" if occurrence.speaker_id else story_of(occurrence.article)


def fingerprints_of(occurrence: Occurrence) -> frozenset[int]:
    return fingerprints(identity(occurrence), occurrence.exact)


def story_of(article: Article) -> str:
    """Copies of one wire story are one."""
    return f"story {article.story_id}" if article.story_id else f"article {article.pk}"


def source_of(article: Article) -> str:
    """Independent sources: an outlet counts once, and so does a wire story however many print it."""
    return f"story {article.story_id}" if article.story_id else f"outlet {article.outlet_id}"


def utterance(occurrence: Occurrence) -> Utterance:
    return Utterance(occurrence.exact, occurrence.article.published, story_of(occurrence.article))


def new_group(occurrence: Occurrence) -> Group:
    quote = Quote(speaker=occurrence.speaker, text=occurrence.exact, kind=occurrence.kind)
    return Group(quote, is_new=True)


def kept(former: Group | None, occurrence: Occurrence) -> Group | None:
    """The occurrence's own group, where a person put it there."""
    return former if "quote" in occurrence.locked else None


def emptied(former: Group | None, occurrence: Occurrence) -> Group | None:
    """The occurrence's own group, if it was alone there and no person has decided on the quote."""
    if former is None or former.members or former.quote.locked:
        return None
    former.quote.speaker, former.quote.kind = occurrence.speaker, occurrence.kind
    return former


def derived(occurrences: Sequence[Occurrence]) -> dict[str, object]:
    """What a quote is by its occurrences."""
    fullest = max(occurrences, key=lambda o: (STRENGTH.index(Quote.Kind(o.kind)), len(o.exact)))
    articles = [occurrence.article for occurrence in occurrences]
    dates = [article.published or article.created_at for article in articles]
    return {
        "text": fullest.exact,
        "kind": fullest.kind,
        "language": fullest.article.language,
        "first_seen": min(dates),
        "last_seen": max(dates),
        "sources": len({source_of(article) for article in articles}),
        "confidence": max(occurrence.confidence for occurrence in occurrences),
    }


def save_occurrences(occurrences: Sequence[Occurrence]) -> None:
    for occurrence in occurrences:
        if occurrence.pk:
            occurrence.save()
    Occurrence.objects.bulk_create([o for o in occurrences if o.pk is None])


def save_fingerprints(groups: Iterable[Group]) -> None:
    wanted = {(g.quote.pk, value) for g in groups if g.members for value in g.fingerprints()}
    known = held_fingerprints([group.quote.pk for group in groups if not group.is_new])
    unwanted = [pk for key, pk in known.items() if key not in wanted]
    if unwanted:
        Fingerprint.objects.filter(pk__in=unwanted).delete()
    insert(Fingerprint, ["quote", "value"], sorted(wanted - known.keys()))


def held_fingerprints(quote_ids: Sequence[int]) -> dict[tuple[int, int], int]:
    """Quote and value of those in the database, with their keys."""
    held = Fingerprint.objects.filter(quote__in=quote_ids) if quote_ids else Fingerprint.objects.none()
    return {(row.quote_id, row.value): row.pk for row in held}
