"""Two who talk in turn: "Is it safe?" asked Ann. / "It is," said Bob. / "For children?" is Ann again."""

from dataclasses import replace

from .choices import Attribution, Choice
from .scene import Scene

LONGEST_TAG = 8  # tokens, among them the words in marks as one: "..." he said at last.
SURELY = 0.9


def answers(scene: Scene, found: list[Attribution], one: Attribution) -> Attribution:
    """The passage with the other of two speakers first, if it is nothing but the next turn of their talk.

    A talk is told by a question in these words or in those before; without one the same person goes on.
    """
    other = next_speaker(scene, found, one)
    if other is None:
        return one
    rest = [choice for choice in one.choices if key_of(choice) != key_of(other)]
    chosen = Choice(other.mention, other.entity, max(other.chance, SURELY), other.described)
    return replace(one, choices=[chosen, *rest], speech=max(one.speech, SURELY), turn=True)


def next_speaker(scene: Scene, found: list[Attribution], one: Attribution) -> Choice | None:
    """Who spoke the last turn but one, if somebody else spoke the last and this is a turn by itself."""
    turns = [each for each in found[-2:] if each.choices and each.speech > 0.5]
    if len(turns) < 2 or not is_bare(scene, one) or not all(is_turn(scene, each) for each in turns):
        return None
    first, last = turns
    own = scene.passages[one.passage].paragraph
    if [scene.passages[each.passage].paragraph for each in turns] != [own - 2, own - 1]:
        return None
    if key_of(first.choices[0]) == key_of(last.choices[0]):
        return None
    return first.choices[0] if asks(scene, last) or asks(scene, one) or last.turn else None


def key_of(choice: Choice) -> tuple[int, int]:
    """Equal for choices of one person."""
    return (choice.entity.number, -1) if choice.entity else (-1, max(choice.described, choice.mention))


def is_bare(scene: Scene, one: Attribution) -> bool:
    """Is the whole paragraph this passage, which does not go on with another?"""
    first, last = scene.outline.paragraphs[scene.passages[one.passage].paragraph]
    passage = scene.passages[one.passage]
    return last - first == 1 and passage.closed and not passage.continues and passage.family != "unmarked"


def is_turn(scene: Scene, one: Attribution) -> bool:
    """Is the paragraph this passage alone, with hardly more than who says it?"""
    first, last = scene.outline.paragraphs[scene.passages[one.passage].paragraph]
    short = last - first <= LONGEST_TAG and scene.outline.classes[first:last].count("Q") == 1
    return short and scene.passages[one.passage].closed


def asks(scene: Scene, one: Attribution) -> bool:
    return scene.text(scene.passages[one.passage]).endswith("?")
