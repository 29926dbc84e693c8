"""How sure it is that the speaker is right, calibrated on articles that the rankers had not learned from."""

from .ranker import Weights, logistic, score
from .scene import Scene
from .utterances import Utterance

STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 0.99, 0.995, 0.999)


def confidence_of(scene: Scene, utterance: Utterance, weights: Weights) -> tuple[float, str]:
    """The chance that the speaker is right, and the method that found it."""
    method = method_of(scene, utterance)
    return logistic(score(weights, confidence_features(scene, utterance, method))), method


def method_of(scene: Scene, utterance: Utterance) -> str:
    """How the speaker hangs together with the words."""
    lead = utterance.lead
    if lead.passage in scene.given:
        return "layout"
    choice, outline = lead.choices[0], scene.outline
    mention = scene.mentions[choice.mention]
    subject, inverted = scene.verbs[choice.mention]
    if outline.paragraph(mention.first) != outline.paragraph(lead.token):
        return "speaker of another paragraph"
    if outline.sentence[mention.first] != outline.sentence[lead.token]:
        return "speaker of another sentence"
    if "V" in (subject.letter, inverted.letter):
        return "said-clause"
    if mention.first >= 2 and outline.low[mention.first - 2 : mention.first] == ["according", "to"]:
        return "according to"
    return "ranker"


def confidence_features(scene: Scene, utterance: Utterance, method: str) -> list[str]:
    lead = utterance.lead
    choice = lead.choices[0]
    mention = scene.mentions[choice.mention]
    second = lead.choices[1].chance if len(lead.choices) > 1 else 0.0
    step = step_of(choice.chance)
    return [
        "bias",
        f"chance={step}",
        *(f"chance>{limit}" for limit in STEPS if choice.chance > limit),
        f"margin={step_of(choice.chance - second)}",
        f"method={method}",
        f"kind={mention.kind}",
        f"kind={mention.kind} method={method}",
        f"resolved={choice.entity is not None} kind={mention.kind}",
        f"speech={step_of(lead.speech)}",
        f"quote={utterance.kind}",
    ]


def step_of(chance: float) -> int:
    return sum(chance > limit for limit in STEPS)
