"""What relates a candidate to who spoke last: the same person, somebody presented since, the rest."""

from .ranker import Facts
from .salience import opens_paragraph
from .scene import Previous, Scene
from .setting import Setting
from .syntax import Verb


def previous_features(
    scene: Scene, quote: Setting, index: int, where: str, side: str, verb: Verb
) -> list[Facts]:
    """How the candidate relates to who spoke last."""
    previous, near = quote.previous, quote.near
    if previous.token < 0:
        return [(first_quote, where, side)]
    entity = scene.mentions[index].entity
    same = (
        "mention"
        if index == previous.mention
        else "entity"
        if entity and entity.number == previous.entity
        else "other"
    )
    paragraphs = min(3, quote.paragraph - scene.outline.paragraph(previous.token))
    fresh, says = scene.firsts[index] > previous.token, scene.verbs[index][0].letter == "V"
    gap, sayers = min(quote.token - previous.token, 6), min(1, len(quote.sayers))
    return [
        (previous_there, same, near, where, sayers, quote.shape, gap),
        (previous_bond, same, near, verb.bond, verb.letter, side),
        (since_previous, fresh, says, where, quote.shape, paragraphs),
        (presented, fresh and presents(scene, index), ended(scene, previous), where, same),
    ]


def presents(scene: Scene, index: int) -> bool:
    """Does a paragraph begin by presenting the candidate by full name?"""
    mention = scene.mentions[index]
    full = mention.kind == "name" and mention.last - mention.first > 1
    return full and opens_paragraph(scene, mention.first)


def ended(scene: Scene, previous: Previous) -> bool:
    """Was the last quote closed?"""
    return scene.passages[scene.outline.passage[previous.token]].closed


def first_quote(where: str, side: str) -> list[str]:
    return [f"first_quote {where} {side}"]


def previous_there(same: str, near: str, where: str, sayers: int, shape: str, gap: int) -> list[str]:
    return [
        f"previous={same} {near} {where}",
        f"previous={same} {near} sayers={sayers} shape={shape}",
        f"previous={same} {near} gap={gap}",
    ]


def previous_bond(same: str, near: str, bond: str, letter: str, side: str) -> list[str]:
    return [f"previous={same} {near} bond={bond}{letter} {side}"]


def since_previous(fresh: bool, says: bool, where: str, shape: str, paragraphs: int) -> list[str]:
    """Whether somebody was named since then, as one who says something."""
    return [
        f"fresh={fresh} says={says} {where} {shape}",
        f"fresh={fresh} says={says} {where} paragraphs={paragraphs}",
    ]


def presented(full: bool, closed: bool, where: str, same: str) -> list[str]:
    """Whether a paragraph since then began with the candidate's full name."""
    return [f"presents={full} closed={closed} {where}", f"presents={full} previous={same} {where}"]
