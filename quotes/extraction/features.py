"""What the speaker ranker looks at: a quote, somebody who may have said it, and the words around both.

Every feature is a readable string; its weight stands under that name in ``weights/speaker.json``.
"""

from dataclasses import dataclass

from .mention import Mention
from .scene import Previous, Scene, window
from .syntax import NO_VERB

PATH = 9


# ---------------------------------------------------------------- one mention


def mention_features(scene: Scene, index: int) -> list[str]:
    """What a mention tells by itself, whatever the quote."""
    if index in scene.local:
        return scene.local[index]
    outline, mention = scene.outline, scene.mentions[index]
    classes, low = outline.classes, outline.low
    subject, inverted = scene.verbs[index]
    before = classes[mention.first - 1] if mention.first else "^"
    after = classes[mention.last] if mention.last < len(classes) else "$"
    after2 = classes[mention.last : mention.last + 2]
    kind = kind_of(mention, classes)
    word_before = low[mention.first - 1] if before in "PCVT" and mention.first else before
    found = [
        f"kind={kind}",
        f"head={mention.head if mention.kind != 'name' else '-'}",
        f"before={word_before}",
        f"after={after}",
        f"kind={kind} after={after2}",
        f"kind={kind} before={before}",
        f"subject={subject.bond}{subject.letter}:{subject.lemma}",
        f"subject={subject.bond}{subject.letter} kind={kind}",
        f"inverted={inverted.lemma}",
        f"subject={subject.bond}{subject.letter} before={before}",
        f"subject={subject.bond}{subject.letter} before={word_before} {kind[:7]}",
        f"inverted={inverted.bond}{inverted.letter} after={after} kind={kind}",
    ]
    if mention.entity:
        found.append(
            f"entity={mention.entity.kind} title={bool(mention.title)}"
            f" parts={min(3, mention.last - mention.first)}"
        )
        found.append(f"named={min(6, len(mention.entity.tokens))}")
    scene.local[index] = found
    return found


def kind_of(mention: Mention, classes: str) -> str:
    """A short word for the sort of mention."""
    if mention.kind == "pronoun":
        return mention.head
    if mention.kind == "name":
        return (mention.entity.kind if mention.entity else "") or "name"
    return "nominal-" + classes[mention.last - 1]


# ---------------------------------------------------------------- a quote and a mention


@dataclass(slots=True)
class Setting:
    """What is the same for all candidates of one quote."""

    token: int
    sentence: int
    paragraph: int
    shape: str
    left: str
    right: str
    sayers: list[int]
    governor: int
    previous: Previous


def setting(scene: Scene, token: int, previous: Previous) -> Setting:
    outline = scene.outline
    sentence = outline.sentence[token]
    first, last = window(outline, token)
    classes = outline.classes
    return Setting(
        token=token,
        sentence=sentence,
        paragraph=outline.paragraph_of_sentence[sentence],
        shape=shape_of(scene, token, first, last),
        left=classes[max(first, token - 3) : token],
        right=classes[token + 1 : min(last, token + 4)],
        sayers=[
            i
            for i in scene.between(first, last)
            if "V" in (scene.verbs[i][0].letter, scene.verbs[i][1].letter)
        ],
        governor=governing_verb(classes, token, first, last),
        previous=previous,
    )


GOVERNED_AFTER = 8
NEXT = 3


def governing_verb(classes: str, token: int, first: int, last: int) -> int:
    """The verb that the quote most likely hangs on: of saying, before it, else right behind; or -1."""
    before = classes.rfind("Q", first, token)
    found = classes.rfind("V", max(first, before + 1), token)
    if found >= 0:
        return found
    after = classes.find("V", token + 1, min(last, token + 1 + GOVERNED_AFTER))
    if after >= 0 and "Q" not in classes[token + 1 : after]:
        return after
    return classes.rfind("V", first, token)


def governs(scene: Scene, quote: Setting, index: int) -> str:
    """Is the candidate the subject of the verb that the quote hangs on?"""
    if quote.governor < 0:
        return "none"
    subject, inverted = scene.verbs[index]
    if subject.token == quote.governor:
        return f"subject-{subject.bond}"
    if inverted.token == quote.governor:
        return inverted.bond
    outline, mention = scene.outline, scene.mentions[index]
    if outline.low[quote.governor].endswith("ing") and mention.last <= quote.governor:
        main = subject.letter != "0" and not leads(scene, quote, index)
        return "participle-main" if main else "participle-other"
    return "no"


def link(scene: Scene, quote: Setting) -> str:
    """What stands between the governing verb and a quote behind it: the mark, and whether it is near."""
    if not 0 <= quote.governor < quote.token:
        return "none"
    gap = quote.token - quote.governor
    near = "next" if gap <= NEXT else "near" if gap <= GOVERNED_AFTER else "far"
    return f"{near} {quote.left[-1:] if quote.left[-1:] in ',:' else 'word'}"


def leads(scene: Scene, quote: Setting, index: int) -> bool:
    """Does another subject stand between the candidate and the governing verb?"""
    first = scene.mentions[index].last
    return any(scene.verbs[i][0].letter != "0" for i in scene.between(first, quote.governor))


def shape_of(scene: Scene, token: int, first: int, last: int) -> str:
    """How the quote sits in its sentence: alone, opening, closing or within; and how it ends."""
    alone = (
        "alone"
        if last - first <= 2
        else "opens"
        if token == first
        else "closes"
        if token >= last - 2
        else "within"
    )
    passage = scene.passages[scene.outline.passage[token]]
    length = passage.end - passage.start
    return f"{alone} {'short' if length < 30 else 'long'}"


def pair_features(scene: Scene, quote: Setting, index: int) -> list[str]:
    """What a candidate tells about this quote."""
    outline, mention = scene.outline, scene.mentions[index]
    classes = outline.classes
    sentence = outline.sentence[mention.first]
    subject, inverted = scene.verbs[index]
    kind = kind_of(mention, classes)
    after = mention.first > quote.token
    first, last = (quote.token + 1, mention.first) if after else (mention.last, quote.token)
    side = "after" if after else "before"
    where = place_of(sentence - quote.sentence, outline.paragraph_of_sentence[sentence] - quote.paragraph)
    middle = classes[first:last]
    path = middle if len(middle) <= PATH else f"{middle[:3]}..{middle[-3:]}"
    verb = subject if subject is not NO_VERB else inverted
    bond = f"{verb.bond}{verb.letter}"
    towards = (verb.token > mention.first) != after if verb is not NO_VERB else False
    between = len(scene.between(first, last))
    others = middle.count("Q")
    found = [
        f"where={where} {side}",
        f"where={where} {side} bond={bond} {towards}",
        f"where={where} {side} shape={quote.shape}",
        f"path={side} {path}",
        f"near={side} {min(between, 5)} {where}",
        f"others={min(others, 3)} {side} {where}",
        f"verb={verb.lemma} {side} {where} {verb.bond}",
        f"kind={kind} where={where} {side}",
        f"distance={min(12, len(middle)) if len(middle) < 12 else 12 + min(5, len(middle) // 12)} {side}",
    ]
    bound = governs(scene, quote, index)
    form = outline.low[quote.governor][-3:] if quote.governor >= 0 else ""
    found += [
        f"governs={bound} {side} {where}",
        f"governs={bound} shape={quote.shape} {kind}",
        f"governs={bound} {form == 'ing'} {where}",
        f"governs={bound} link={link(scene, quote)} {side}",
    ]
    if where == "same" and quote.sayers:
        rank = sum(
            1 for i in quote.sayers if abs(scene.firsts[i] - quote.token) < abs(mention.first - quote.token)
        )
        found.append(f"sayer={index in quote.sayers} rank={min(rank, 3)} {side}")
    if not after and "V" in middle:
        found.append(f"said_between {side} bond={bond}")
    found += previous_features(scene, quote, index, where, side, bond)
    return found


def place_of(sentences: int, paragraphs: int) -> str:
    if paragraphs:
        return f"paragraph{paragraphs:+d}"
    if not sentences:
        return "same"
    return f"sentence{max(-3, min(3, sentences)):+d}"


def previous_features(
    scene: Scene, quote: Setting, index: int, where: str, side: str, bond: str
) -> list[str]:
    """How the candidate relates to who spoke last."""
    previous = quote.previous
    if previous.token < 0:
        return [f"first_quote {where} {side}"]
    outline = scene.outline
    gap = quote.token - previous.token
    near = "paragraph" if outline.paragraph(previous.token) == quote.paragraph else "far"
    if near == "paragraph" and outline.sentence[previous.token] == quote.sentence:
        near = "sentence"
    entity = scene.mentions[index].entity
    same = (
        "mention"
        if index == previous.mention
        else "entity"
        if entity and entity.number == previous.entity
        else "other"
    )
    sayers = min(1, len(quote.sayers))
    return [
        f"previous={same} {near} {where}",
        f"previous={same} {near} sayers={sayers} shape={quote.shape}",
        f"previous={same} {near} bond={bond} {side}",
        f"previous={same} {near} gap={min(gap, 6)}",
    ]
