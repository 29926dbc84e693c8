"""Words of another person inside somebody's speech: "He kept telling me, 'Come back at noon.'"

They are kept as a quote of their own if they are four words or more and hang on a verb of saying
inside the speech whose subject is not the speaker.
"""

from collections.abc import Iterator, Sequence

from .attribution import attribute
from .choices import Choice
from .context import span_of
from .document import Document, Paragraph
from .evidence import cue
from .marks import Passage
from .quotation import ExtractedQuote
from .ranker import Weights
from .scene import Scene, make_scene
from .speakers import mention_span, speaker_kind, speaker_name
from .utterances import Utterance, complete

SHORTEST = 4


def nested_quotes(
    scene: Scene, spoken: Sequence[Utterance], weights: dict[str, Weights]
) -> Iterator[ExtractedQuote]:
    """The quotes that stand inside these quotes."""
    outer = {part.passage for utterance in spoken for part in utterance.parts}
    for speech, inner in nested_passages(scene, outer):
        found = said_inside(scene, speech, inner, weights)
        if found:
            yield quote_inside(scene, *found, inner)


def nested_passages(scene: Scene, outer: set[int]) -> Iterator[tuple[Passage, Passage]]:
    """(outer, inner): the passages that stand directly inside a spoken one and are long enough."""
    current: Passage | None = None
    for number, passage in enumerate(scene.passages):
        if not passage.nested:
            current = passage if number in outer else None
        elif current and scene.text(passage).count(" ") >= SHORTEST - 1:
            yield current, passage


def said_inside(
    scene: Scene, outer: Passage, inner: Passage, weights: dict[str, Weights]
) -> tuple[Scene, Choice] | None:
    """Who speaks the inner words by the outer ones, and the speech as a scene of its own."""
    speech = Document((Paragraph(scene.text(outer), start=outer.start),), scene.document.language, title="-")
    within = make_scene(speech, scene.language)
    for part in attribute(within, weights):
        if within.passages[part.passage].start == inner.start and part.choices:
            choice = part.choices[0]
            return (within, choice) if speaks(within, choice, part.token) else None
    return None


def speaks(within: Scene, choice: Choice, token: int) -> bool:
    """Is it the subject of a verb of saying right in front of the words, and told by the words?"""
    mention = within.mentions[choice.mention]
    if mention.plural or (choice.entity is None and mention.kind == "pronoun"):
        return False
    verbs = [verb.token for verb in within.verbs[choice.mention] if verb.letter == "V"]
    return any(0 < token - verb <= 3 for verb in verbs)


def whole_name(scene: Scene, choice: Choice) -> Choice:
    """The same person as the article outside the marks names her."""
    entity = choice.entity
    if entity is None:
        return choice
    for mention in scene.mentions:
        if mention.entity is not None and mention.kind == "name" and mention.entity.last == entity.last:
            return Choice(choice.mention, mention.entity, choice.chance)
    return choice


def quote_inside(scene: Scene, within: Scene, choice: Choice, inner: Passage) -> ExtractedQuote:
    """The inner words as the engine reports them."""
    segment = span_of(scene, inner.start, inner.end, inner.paragraph)
    known = whole_name(scene, choice)
    return ExtractedQuote(
        (segment,) if segment else (),
        "direct" if complete(scene.text(inner)) else "mixed",
        speaker=speaker_name(within, known),
        speaker_kind=speaker_kind(within, known),
        mention=mention_span(within, within.mentions[choice.mention]),
        cue=cue(within, choice),
        confidence=round(choice.chance, 4),
        method="inside a quote",
        reasons=("inside a quote",),
    )
