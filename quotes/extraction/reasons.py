"""Why a person should look at a quote, in words that a curator reads."""

from collections.abc import Iterator

from .choices import Choice
from .scene import Scene
from .speakers import speaker_name
from .utterances import Utterance

CLOSE = 0.3


def reasons(scene: Scene, utterance: Utterance) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doubts(scene, utterance)))


def doubts(scene: Scene, utterance: Utterance) -> Iterator[str]:
    for part in utterance.parts:
        problem = scene.passages[part.passage].problem
        if problem:
            yield problem
    lead = utterance.lead
    if not lead.choices:
        yield "no speaker"
        return
    best = lead.choices[0]
    if len(lead.choices) > 1 and best.chance - lead.choices[1].chance < CLOSE:
        yield "close runner-up"
    if lead.passage not in scene.given:
        yield from doubts_about(scene, best, lead.token)


def doubts_about(scene: Scene, choice: Choice, token: int) -> Iterator[str]:
    mention, outline = scene.mentions[choice.mention], scene.outline
    if (
        mention.kind == "name"
        and choice.entity
        and mention.last - mention.first == 1
        and ambiguous(scene, choice)
    ):
        yield "ambiguous surname"
    if outline.paragraph(mention.first) != outline.paragraph(token):
        yield "speaker from another paragraph"
    if speaker_name(scene, choice) is None:
        yield "no speaker"
    elif choice.entity is None and mention.kind == "nominal":
        yield "unnamed source"


def ambiguous(scene: Scene, choice: Choice) -> bool:
    """Do two people of the article share the surname?"""
    return choice.entity is not None and len(scene.surnames.get(choice.entity.last, ())) > 1
