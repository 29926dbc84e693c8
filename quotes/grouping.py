"""Same quote? Which Quote an occurrence belongs to, and what the quote is by its occurrences."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q

from archive.models import Article

from .likeness import Utterance, fingerprints, same_quote
from .models import Fingerprint, Occurrence, Quote, Speaker

MOST_CANDIDATES = 40
STRENGTH = [Quote.Kind.UNATTRIBUTED, Quote.Kind.INDIRECT, Quote.Kind.MIXED, Quote.Kind.DIRECT]


def find_quote(occurrence: Occurrence) -> Quote | None:
    """The quote that the archive holds of these words of this speaker; the one with most in common."""
    mine = utterance(occurrence)
    for quote in candidates(occurrence):
        others = (utterance(other) for other in quote.occurrences.all() if other.pk != occurrence.pk)
        if any(same_quote(mine, other) for other in others):
            return quote
    return None


def candidates(occurrence: Occurrence) -> list[Quote]:
    """Quotes that share a fingerprint, most shared first: at a cost that does not grow with the archive."""
    values = fingerprints(identity(occurrence.speaker, occurrence.article), occurrence.exact)
    shared = Counter(Fingerprint.objects.filter(value__in=values).values_list("quote_id", flat=True))
    ranked = [quote_id for quote_id, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]
    ids = list(dict.fromkeys([*ranked[:MOST_CANDIDATES], *of_story(occurrence)]))
    found = Quote.objects.filter(kind__in=like_kinds(occurrence.kind)).prefetch_related(
        "occurrences__article"
    )
    quotes = found.filter(merged_into=None).in_bulk(ids)
    return [quotes[quote_id] for quote_id in ids if quote_id in quotes]


def of_story(occurrence: Occurrence) -> Iterable[int]:
    """This speaker's quotes in the article and its wire copies: there fragments may join too."""
    article = occurrence.article
    copies = Q(article__story=article.story_id) if article.story_id else Q(article=article)
    return Occurrence.objects.filter(copies, speaker=occurrence.speaker).values_list("quote_id", flat=True)


def like_kinds(kind: str) -> list[str]:
    """Marked speech never joins what is no one's speech, nor reported speech what is verbatim."""
    verbatim = [Quote.Kind.DIRECT, Quote.Kind.MIXED]
    return verbatim if kind in verbatim else [kind]


def identity(speaker: Speaker | None, article: Article) -> str:
    """Whose words these are: where nobody can tell, at least of which article or wire story."""
    return f"speaker {speaker.pk}" if speaker else story_of(article)


def story_of(article: Article) -> str:
    """Copies of one wire story are one."""
    return f"story {article.story_id}" if article.story_id else f"article {article.pk}"


def source_of(article: Article) -> str:
    """Independent sources: an outlet counts once, and so does a wire story however many print it."""
    return f"story {article.story_id}" if article.story_id else f"outlet {article.outlet_id}"


def utterance(occurrence: Occurrence) -> Utterance:
    return Utterance(occurrence.exact, occurrence.article.published, story_of(occurrence.article))


def regroup(occurrence: Occurrence) -> None:
    """Save the occurrence under the quote that its words and speaker belong to now, made if there is none.

    A quote that is left without occurrences stays as a redirect to it: permalinks never die.
    """
    former = occurrence.quote if occurrence.quote_id else None
    quote = find_quote(occurrence) or sole_quote(occurrence) or Quote(speaker=occurrence.speaker)
    if quote.pk is None:
        quote.text, quote.kind = occurrence.exact, occurrence.kind
        quote.save()
    occurrence.quote = quote
    occurrence.save()
    refresh(quote)
    if former and former != quote:
        leave(former, quote)


def sole_quote(occurrence: Occurrence) -> Quote | None:
    """The occurrence's own quote, if it is the only one there and no person has decided on it."""
    quote = occurrence.quote if occurrence.quote_id else None
    if quote is None or quote.locked or quote.occurrences.exclude(pk=occurrence.pk).exists():
        return None
    quote.speaker = occurrence.speaker
    return quote


def leave(former: Quote, successor: Quote) -> None:
    if former.occurrences.exists():
        refresh(former)
    else:
        former.merged_into = successor
        left_empty(former)


def left_empty(quote: Quote) -> None:
    """A quote without occurrences is shown to nobody, but its address is never given to another."""
    quote.status = Quote.Status.REJECTED
    quote.reason = quote.reason or "No longer found in its article."
    quote.fingerprints.all().delete()
    quote.save()


def refresh(quote: Quote) -> None:
    """Set what a quote says of itself from its occurrences: fullest wording, dates, sources, fingerprints."""
    occurrences = list(quote.occurrences.exclude(review=Occurrence.Review.REJECTED).select_related("article"))
    if not occurrences:
        return
    fullest = max(occurrences, key=lambda o: (STRENGTH.index(Quote.Kind(o.kind)), len(o.exact), -o.pk))
    articles = [occurrence.article for occurrence in occurrences]
    dates = [article.published or article.created_at for article in articles]
    values = {
        "text": fullest.exact,
        "kind": fullest.kind,
        "language": fullest.article.language,
        "first_seen": min(dates),
        "last_seen": max(dates),
        "sources": len({source_of(article) for article in articles}),
        "confidence": max(occurrence.confidence for occurrence in occurrences),
    }
    for field, value in values.items():
        if field not in quote.locked:
            setattr(quote, field, value)
    quote.save()
    set_fingerprints(quote, occurrences)


def set_fingerprints(quote: Quote, occurrences: Iterable[Occurrence]) -> None:
    wanted = {
        value
        for occurrence in occurrences
        for value in fingerprints(identity(quote.speaker, occurrence.article), occurrence.exact)
    }
    held = set(quote.fingerprints.values_list("value", flat=True))
    quote.fingerprints.filter(value__in=held - wanted).delete()
    Fingerprint.objects.bulk_create(Fingerprint(quote=quote, value=value) for value in wanted - held)
