"""What the speaker ranker looks at: a quote, somebody who may have said it, and the words around both.

Every feature is a readable string; its weight stands under that name in ``weights/speaker.json``.
"""

from .mention import Mention
from .scene import Scene
from .setting import Setting, link
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


def leads(scene: Scene, quote: Setting, index: int) -> bool:
    """Does another subject stand between the candidate and the governing verb?"""
    first = scene.mentions[index].last
    return any(scene.verbs[i][0].letter != "0" for i in scene.between(first, quote.governor))


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
