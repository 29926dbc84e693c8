"""What an engine found, as the values of an occurrence."""

from archive.models import Reading

from .extraction import Engine, ExtractedQuote, Span
from .models import Occurrence

AROUND = 64
EVIDENCE = ("mention", "cue", "role", "occasion", "place", "said_on")
POINTERS = ("reading", "segments", "start", "end", "exact", "prefix", "suffix", "before", "after")
PLACE = frozenset((*POINTERS, "repeats", "evidence"))  # point into one reading: move together or not at all


def values_of(quote: ExtractedQuote, reading: Reading, engine: Engine) -> dict[str, object]:
    """The fields of an ``Occurrence`` that the engine decides, but for the speaker's row."""
    start, end = quote.segments[0].start, quote.segments[-1].end
    return {
        "reading": reading,
        "segments": offsets(quote.segments),
        "start": start,
        "end": end,
        "exact": quote.text,
        "prefix": reading.text[max(0, start - AROUND) : start],
        "suffix": reading.text[end : end + AROUND],
        "before": quote.before.text if quote.before else "",
        "after": quote.after.text if quote.after else "",
        "repeats": [offsets(repeat) for repeat in quote.repeats],
        "kind": quote.kind,
        "speaker_name": (quote.speaker or "")[:300],
        "evidence": evidence(quote),
        "on_behalf_of": (quote.on_behalf_of or "")[:300],
        "reported_by": (quote.reported_by or "")[:300],
        "candidates": [{"speaker": c.speaker, "score": c.score} for c in quote.candidates],
        "confidence": quote.confidence,
        "method": quote.method,
        "engine": engine.name,
        "engine_version": engine.version,
        "reasons": list(quote.reasons),
        "removed_at": None,
    }


def offsets(segments: tuple[Span, ...]) -> list[list[int]]:
    return [[segment.start, segment.end] for segment in segments]


def evidence(quote: ExtractedQuote) -> dict[str, dict[str, object]]:
    """The words of the article that bear the attribution, each with its offsets in the reading."""
    spans = ((name, getattr(quote, name)) for name in EVIDENCE)
    return {name: {"start": s.start, "end": s.end, "text": s.text} for name, s in spans if s}


def differences(occurrence: Occurrence, values: dict[str, object]) -> dict[str, object]:
    """Those of the values that the occurrence does not have yet, but for fields that a person has set."""
    kept = {*occurrence.locked, *(PLACE if PLACE.intersection(occurrence.locked) else ())}
    free = (item for item in values.items() if item[0] not in kept)
    if occurrence.pk is None:
        return dict(free)
    return {name: value for name, value in free if getattr(occurrence, name) != value}
