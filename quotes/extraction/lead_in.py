"""What leads in to a mention: the signs in front of it that tell in which clause it stands.

``V c n`` for "the union said that the mayor (should ...)": the mayor's clause hangs on the union's verb.
"""

from .scene import Scene

SIGNS = frozenset("VTAWQ,:;-C")
NOUNS = frozenset("pbdHN")
LONGEST = 3
REACH = 25
NEAR = 2


def lead_in(scene: Scene, index: int) -> str:
    """The last three signs of the sentence in front of the mention; ``^`` where it has fewer."""
    known = scene.lead_ins.get(index)
    if known is None:
        known = scene.lead_ins[index] = read(scene, scene.firsts[index])
    return known


def read(scene: Scene, token: int) -> str:
    outline = scene.outline
    first = outline.sentences[outline.sentence[token]][0]
    found = ""
    for place in range(token - 1, max(first - 1, token - REACH), -1):
        sign = sign_of(scene, place, token - place)
        if sign and found[:1] != sign:
            found = sign + found
            if len(found) == LONGEST:
                return found
    return "^" + found


def sign_of(scene: Scene, place: int, distance: int) -> str:
    letter = scene.outline.classes[place]
    if letter in SIGNS:
        return letter
    if scene.outline.low[place] == "that" and letter != "D":
        return "c"
    if letter == "P":
        return "P" if distance <= NEAR else ""
    return "n" if letter in NOUNS else ""


def is_source(scene: Scene, index: int) -> bool:
    """Does the mention stand right behind "according to"?"""
    token = scene.firsts[index]
    return "according" in scene.outline.low[max(0, token - LONGEST) : token]
