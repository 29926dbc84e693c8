"""What curators decided, as annotated articles: the form that ``evaluate`` and ``train_attribution`` read.

An article is written once every quote that was found in it is decided: of a passage that is not annotated
both learn that it is nobody's speech. Articles with withheld words are left out.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from archive.models import Reading

from .models import Occurrence, Quote, Speaker
from .names import name_key

MARKS = "“”‘’\"'«»„‚‹›"
PRONOUNS = {"i", "we", "you", "he", "she", "they", "it", "who"}
SETTLED = {Quote.Status.CONFIRMED, Quote.Status.CORRECTED}
NEAR = 400  # characters around the words, in which the speaker's name is looked for
BATCH = 200

Json = dict[str, Any]


def documents() -> Iterator[Json]:
    """One object for each article that is decided throughout, in the order of their ids."""
    for reading, occurrences in decided_readings():
        quotes = [annotation(printed, reading.text) for printed in occurrences if is_quote(printed)]
        yield {
            "id": f"article-{reading.capture.article_id}",
            "title": reading.title,
            "text": reading.text,
            "quotes": quotes,
        }


def decided_readings() -> Iterator[tuple[Reading, list[Occurrence]]]:
    """Each reading with the occurrences in it that count, in the order of the text."""
    touched = Occurrence.objects.exclude(review=Occurrence.Review.UNREVIEWED)
    settled = Occurrence.objects.filter(quote__status__in=SETTLED)
    ids = {*touched.values_list("reading", flat=True), *settled.values_list("reading", flat=True)}
    occurrences = Occurrence.objects.filter(reading__in=ids, article__withheld=[], removed_at=None)
    ordered = occurrences.select_related("quote", "speaker", "reading__capture").order_by("reading", "start")
    aliased = ordered.prefetch_related("speaker__aliases")
    for _, found in groupby(aliased.iterator(BATCH), key=lambda printed: printed.reading_id):
        members = list(found)
        if all(is_decided(printed) for printed in members):
            yield members[0].reading, members


def is_decided(printed: Occurrence) -> bool:
    """By a person; that marked words are nobody's speech needs no decision."""
    reviewed = printed.review != Occurrence.Review.UNREVIEWED
    return reviewed or printed.quote.status in SETTLED or printed.kind == Quote.Kind.UNATTRIBUTED


def is_quote(printed: Occurrence) -> bool:
    rejected = printed.review == Occurrence.Review.REJECTED or printed.quote.status == Quote.Status.REJECTED
    return not rejected and printed.kind != Quote.Kind.UNATTRIBUTED


def annotation(printed: Occurrence, text: str) -> Json:
    """One utterance; ``quoted`` are its segments with their marks, offsets count characters of the text."""
    quoted = [with_marks(text, start, end) for start, end in printed.segments]
    mention = mention_of(printed, text)
    cue = printed.evidence.get("cue")
    speaker = printed.speaker
    return {
        "start": quoted[0][0],
        "end": quoted[-1][1],
        "text": text[quoted[0][0] : quoted[-1][1]],
        "kind": printed.kind,
        "quoted": quoted,
        "cue": cue["text"] if cue else None,
        "cue_span": [cue["start"], cue["end"]] if cue else None,
        "speaker_mention": mention,
        "speaker": speaker.name if speaker and speaker.kind != Speaker.Kind.UNNAMED else None,
        "speaker_type": speaker_type(speaker, mention),
        "speaker_basis": "org" if speaker and speaker.kind == Speaker.Kind.ORGANISATION else "curator",
        "group": f"quote-{printed.quote_id}",
        "reported_speech": True,
    }


def with_marks(text: str, start: int, end: int) -> list[int]:
    opened = start > 0 and text[start - 1] in MARKS
    closed = end < len(text) and text[end] in MARKS
    return [start - opened, end + closed]


def mention_of(printed: Occurrence, text: str) -> Json | None:
    """The words that name the speaker: the engine's, or, where a person chose another, the nearest name."""
    if "speaker" not in printed.locked:
        return printed.evidence.get("mention")
    return nearest_name(printed, printed.speaker, text) if printed.speaker else None


def nearest_name(printed: Occurrence, speaker: Speaker, text: str) -> Json | None:
    names = {alias.name for alias in speaker.aliases.all()} | {speaker.name}
    families = {name.split()[-1] for name in names if len(name.split()) > 1}
    first, last = max(0, printed.start - NEAR), printed.end + NEAR
    for wanted in (names, families):
        places = [(place, name) for name in wanted for place in found_at(text, name, first, last)]
        outside = [(place, name) for place, name in places if not printed.start <= place < printed.end]
        if outside:
            place, name = min(outside, key=lambda found: distance(printed, *found))
            return {"start": place, "end": place + len(name), "text": name}
    return None


def found_at(text: str, name: str, first: int, last: int) -> Iterator[int]:
    place = text.find(name, first, last)
    while place >= 0:
        yield place
        place = text.find(name, place + 1, last)


def distance(printed: Occurrence, place: int, name: str) -> int:
    return max(printed.start - place - len(name), place - printed.end)


def speaker_type(speaker: Speaker | None, mention: Json | None) -> str | None:
    """How the article names the speaker: person, org, pronoun or nominal ("the mayor")."""
    if speaker is None or mention is None:
        return None
    words = name_key(mention["text"]).split()
    if len(words) == 1 and words[0] in PRONOUNS:
        return "pronoun"
    if speaker.kind == Speaker.Kind.ORGANISATION:
        return "org"
    known = {word for alias in speaker.aliases.all() for word in alias.key.split()}
    return "person" if speaker.kind == Speaker.Kind.PERSON and known & set(words) else "nominal"
