"""The built-in engine: no model to download, no state between articles."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from . import evidence
from .attribution import attribute
from .choices import Attribution
from .confidence import confidence_of
from .context import after, before, span_of
from .document import Document
from .language import Language, load_language
from .nested import nested_quotes
from .patterns import NO_LANGUAGE, guess_language, load_phrasebook, read_by_patterns
from .quotation import ExtractedQuote, Span
from .ranker import Weights, load_weights
from .reasons import reasons
from .repeats import sort_repeats
from .scene import Scene, find_speech, make_scene
from .speakers import candidates_of, mention_span, speaker_kind, speaker_name
from .speech import in_headline
from .utterances import Utterance, utterances


class BuiltinEngine:
    """Marks, mentions and linear rankers; weights and word lists are files beside it."""

    name = "builtin"
    version = "1"

    def extract(self, document: Document) -> Iterable[ExtractedQuote]:
        """The quotes of the article in reading order; never raises on any text.

        English is read by learned weights, other languages by the patterns of their data files.
        """
        code = document.language or guess_language(document)
        if code != "en":
            return read_by_patterns(document, load_phrasebook(code) or NO_LANGUAGE)
        speech = find_speech(document, language_of(document))
        if not speech.passages:
            return []
        weights = rankers()
        scene = make_scene(document, language_of(document), speech)
        found = utterances(scene, attribute(scene, weights))
        headings = {i for i in range(min(1, len(document.paragraphs))) if in_headline(scene, i)}
        ordered = sort_repeats(scene, found, headings)
        builder = Builder(scene, weights)
        quotes = [
            builder.quote(one, ordered.repeats.get(place, [])) for place, one in enumerate(ordered.kept)
        ]
        spoken = [one for one in ordered.kept if one.kind != "unattributed"]
        quotes += nested_quotes(scene, spoken, weights)
        return sorted((one for one in quotes if one.segments), key=lambda one: one.segments[0].start)


def language_of(document: Document) -> Language:
    """The document's language, English where there are no words for it."""
    found = load_language(document.language or "en") or load_language("en")
    if found is None:
        raise FileNotFoundError("languages/en.toml, a part of this package, is missing: install it anew")
    return found


@cache
def rankers() -> dict[str, Weights]:
    data = load_weights("en")
    return {name: data[name] for name in ("speaker", "antecedent", "speech", "confidence")}


class Builder:
    """Turns the utterances of one article into what the engine reports."""

    def __init__(self, scene: Scene, weights: dict[str, Weights]) -> None:
        self.scene, self.weights = scene, weights
        self.occasions = evidence.occasions(scene)

    def quote(self, utterance: Utterance, repeats: list[Utterance]) -> ExtractedQuote:
        lead = utterance.lead
        facts: dict[str, Any] = {
            "segments": self.segments(utterance),
            "kind": utterance.kind,
            "before": before(self.scene, utterance.parts[0].token),
            "after": after(self.scene, utterance.parts[-1].token),
            "repeats": tuple(segments for one in repeats if (segments := self.segments(one))),
            "reasons": reasons(self.scene, utterance),
        }
        if utterance.kind == "unattributed":
            return ExtractedQuote(
                **facts | {"confidence": round(1 - lead.speech, 4), "method": "not speech", "reasons": ()}
            )
        if not lead.choices:
            return ExtractedQuote(**facts, method="no candidate")
        return ExtractedQuote(**facts, **self.attribution(utterance, lead))

    def segments(self, utterance: Utterance) -> tuple[Span, ...]:
        passages = (self.scene.passages[part.passage] for part in utterance.parts)
        spans = (span_of(self.scene, p.start, p.end, p.paragraph) for p in passages)
        return tuple(span for span in spans if span)

    def attribution(self, utterance: Utterance, lead: Attribution) -> dict[str, Any]:
        """Everything about the speaker."""
        scene, best = self.scene, lead.choices[0]
        name = speaker_name(scene, best)
        chance, method = confidence_of(scene, utterance, self.weights["confidence"])
        return {
            "speaker": name,
            "speaker_kind": speaker_kind(scene, best) if name else None,
            "mention": mention_span(scene, scene.mentions[best.mention]),
            "cue": evidence.cue(scene, best),
            "role": evidence.role(scene, best),
            "occasion": evidence.occasion(scene, best, lead.token, self.occasions),
            "place": evidence.place(scene, best, lead.token),
            "said_on": evidence.said_on(scene, best, lead.token),
            "on_behalf_of": evidence.on_behalf_of(scene, best),
            "reported_by": evidence.reported_by(scene, best, lead.token),
            "candidates": candidates_of(scene, lead.choices),
            "confidence": round(chance, 4),
            "method": method,
        }
