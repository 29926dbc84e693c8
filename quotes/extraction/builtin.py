"""The built-in engine: no model to download, no state between articles."""

import re
from collections.abc import Iterable
from functools import cache

from .attribution import Attribution, attribute
from .context import after, before, span_of
from .document import Document
from .features import Scene, make_scene
from .language import load_language
from .mention import Mention
from .quotation import Candidate, ExtractedQuote, Span, SpeakerKind
from .names import Entity
from .ranker import Weights, load_weights
from .utterances import Utterance, utterances


class BuiltinEngine:
    """Marks, mentions and linear rankers; weights and word lists are files beside it."""

    name = "builtin"
    version = "1"

    def extract(self, document: Document) -> Iterable[ExtractedQuote]:
        """The quotes of the article in reading order; never raises on any text."""
        language = load_language(document.language or "en") or load_language("en")
        assert language is not None
        scene = make_scene(document, language)
        attributions = attribute(scene, rankers())
        return [quote_of(scene, utterance) for utterance in utterances(scene, attributions)]


@cache
def rankers() -> dict[str, Weights]:
    data = load_weights("en")
    return {name: data[name] for name in ("speaker", "antecedent", "speech")}


def quote_of(scene: Scene, utterance: Utterance) -> ExtractedQuote:
    """An utterance as the engine reports it."""
    lead = utterance.lead
    segments = tuple(span for span in (segment(scene, part) for part in utterance.parts) if span)
    around = {
        "before": before(scene, utterance.parts[0].token),
        "after": after(scene, utterance.parts[-1].token),
    }
    if utterance.kind == "unattributed" or not lead.choices:
        return ExtractedQuote(segments, utterance.kind, confidence=1 - lead.speech, method="speech", **around)
    best = lead.choices[0]
    mention = scene.mentions[best.mention]
    return ExtractedQuote(
        segments,
        utterance.kind,
        speaker=speaker_name(scene, mention, best.entity),
        speaker_kind=speaker_kind(mention, best.entity),
        mention=mention_span(scene, mention),
        cue=cue_of(scene, best.mention),
        candidates=tuple(
            Candidate(name, round(choice.chance, 4))
            for choice in lead.choices[:3]
            if (name := speaker_name(scene, scene.mentions[choice.mention], choice.entity))
        ),
        confidence=round(best.chance, 4),
        method="ranker",
        **around,
    )


def segment(scene: Scene, part: Attribution) -> Span | None:
    passage = scene.passages[part.passage]
    return span_of(scene, passage.start, passage.end, passage.paragraph)


def speaker_name(scene: Scene, mention: Mention, entity: Entity | None) -> str | None:
    """The fullest name, or the description as printed; ``None`` for a pronoun that nobody resolved."""
    if entity:
        return entity.name
    if mention.kind == "pronoun":
        return None
    first = mention.first
    classes = scene.outline.classes
    if classes[first] == "D" and "N" in classes[first : mention.last] and classes[mention.last - 1] == "b":
        first += scene.outline.low[first] == "the"
    last = described_end(classes, mention, scene.outline.sentences[scene.outline.sentence[mention.first]][1])
    span = span_of(scene, scene.outline.starts[first], scene.outline.ends[last - 1], scene.outline.paragraph(first))
    return span.text if span else None


WHERE = re.compile(r"P[DS]?[xNpbdt#-]{1,5}(?![xNpbdt])")


def described_end(classes: str, mention: Mention, limit: int) -> int:
    """An unnamed person's description goes on with "of the council" and "at the bank"."""
    found = WHERE.match(classes, mention.last, limit) if classes[mention.last - 1] == "p" else None
    return found.end() if found else mention.last


def speaker_kind(mention: Mention, entity: Entity | None) -> SpeakerKind:
    if entity is None:
        return "unnamed"
    return "organisation" if entity.kind in ("organisation", "place") else "person"


def mention_span(scene: Scene, mention: Mention) -> Span | None:
    return span_of(scene, mention.start, mention.end, scene.outline.paragraph(mention.first))


def cue_of(scene: Scene, index: int) -> Span | None:
    """The verb that binds the speaker to the words."""
    subject, inverted = scene.verbs[index]
    verb = subject if subject.letter in "VT" else inverted
    if verb.token < 0:
        return None
    outline = scene.outline
    return span_of(scene, outline.starts[verb.token], outline.ends[verb.token], outline.paragraph(verb.token))
