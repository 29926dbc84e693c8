"""How the chosen speaker is named: the fullest name, or the description as printed."""

from .choices import Choice
from .context import span_of
from .mention import Mention, described_end, described_start
from .names import Entity, first_names
from .quotation import Candidate, Span, SpeakerKind
from .scene import Scene


def speaker_name(scene: Scene, choice: Choice) -> str | None:
    """The fullest name, or the description as printed; ``None`` for a pronoun that nobody resolved."""
    mention = scene.mentions[choice.mention if choice.described < 0 else choice.described]
    if choice.entity:
        return choice.entity.name
    if mention.kind == "pronoun":
        return first_person(scene, mention)
    return description(scene, mention)


def first_person(scene: Scene, mention: Mention) -> str | None:
    """ "I" outside marks is the author of the piece."""
    words = scene.language.words("pronouns", "first_person")
    authors = scene.document.authors
    return authors[0] if authors and mention.head in words else None


def description(scene: Scene, mention: Mention) -> str | None:
    """An unnamed source as printed: "the" in front of a body's name goes, "of the council" behind stays."""
    outline, first = scene.outline, described_start(scene.outline, mention)
    classes = outline.classes
    if classes[mention.last - 1] == "b" and "N" in classes[first : mention.last]:
        first += outline.low[first] == "the"
    if classes[mention.last - 1] == "p" and classes[first] == "N" and classes[first - 1 : first] == "D":
        first -= 1
    last = described_end(outline, mention)
    span = span_of(scene, outline.starts[first], outline.ends[last - 1], outline.paragraph(first))
    return span.text if span else None


def speaker_kind(scene: Scene, choice: Choice) -> SpeakerKind:
    entity = choice.entity
    if entity is None:
        known = first_person(scene, scene.mentions[choice.mention])
        return "person" if known else "unnamed"
    if entity.kind in ("organisation", "place") or ends_like_body(scene, entity):
        return "organisation"
    return "person" if entity.kind == "person" or looks_like_person(entity) else "organisation"


def ends_like_body(scene: Scene, entity: Entity) -> bool:
    """ "Pellbridge Rovers" and "Merrow Tidal Power" are no persons."""
    if len(entity.parts) < 2 or entity.gender or entity.titled:
        return False
    known = entity.parts[0].lower() in first_names().gender
    return not known and entity.parts[-1].lower() in scene.language.words("names", "body_endings")


def looks_like_person(entity: Entity) -> bool:
    return bool(entity.gender or entity.leaning or entity.titled or len(entity.parts) > 1)


def mention_span(scene: Scene, mention: Mention) -> Span | None:
    outline, end = scene.outline, mention.end
    sentence = outline.sentence[mention.first]
    if mention.kind == "nominal":
        end = outline.ends[described_end(outline, mention) - 1]
    return span_of(scene, mention.start, end, outline.paragraph_of_sentence[sentence])


BEST = 3


def candidates_of(scene: Scene, choices: list[Choice]) -> tuple[Candidate, ...]:
    """The likeliest speakers by name, each once."""
    scores: dict[str, float] = {}
    for choice in choices:
        name = speaker_name(scene, choice)
        if name:
            scores[name] = max(scores.get(name, 0.0), choice.chance)
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:BEST]
    return tuple(Candidate(name, round(min(1.0, score), 4)) for name, score in best)
