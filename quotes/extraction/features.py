"""What the speaker ranker looks at: a quote, somebody who may have said it, and the words around both.

Every feature is a readable string; its weight stands under that name in ``weights/en.json``. They come as
facts, see ``ranker``: facts that hang together, of few values each, are told by one function.
"""

from bisect import bisect_left
from functools import lru_cache

from .continuity import previous_features
from .lead_in import is_source, lead_in
from .mention import Mention
from .ranker import Facts
from .scene import Scene
from .setting import Setting
from .syntax import NO_VERB

PATH = 9
FAR, FARTHEST = 12, 5


# ---------------------------------------------------------------- one mention


def mention_features(scene: Scene, index: int) -> list[Facts]:
    """What a mention tells by itself, whatever the quote."""
    outline, mention = scene.outline, scene.mentions[index]
    classes, entity = outline.classes, mention.entity
    subject, inverted = scene.verbs[index]
    before = classes[mention.first - 1] if mention.first else "^"
    word = outline.low[mention.first - 1] if before in "PCVT" and mention.first else before
    kind = scene.kinds[index]
    found: list[Facts] = [
        (neighbours, kind, before, classes[mention.last : mention.last + 2]),
        (word_before, word),
        (head, mention.head if mention.kind != "name" else "-"),
        (subject_of, subject.bond, subject.letter, subject.lemma),
        (subject_near, subject.bond, subject.letter, kind, before, word),
        (subject_behind, inverted.lemma),
        (inverted_near, inverted.bond, inverted.letter, kind, classes[mention.last : mention.last + 1]),
    ]
    if entity:
        length = min(3, mention.last - mention.first)
        found.append((named, entity.kind, bool(mention.title), length, min(6, len(entity.tokens))))
    return found


def neighbours(kind: str, before: str, behind: str) -> list[str]:
    """The classes of the tokens on both sides."""
    return [
        f"kind={kind}",
        f"after={behind[:1] or '$'}",
        f"kind={kind} after={behind}",
        f"kind={kind} before={before}",
    ]


def word_before(word: str) -> list[str]:
    return [f"before={word}"]


def head(word: str) -> list[str]:
    return [f"head={word}"]


def subject_of(bond: str, letter: str, lemma: str) -> list[str]:
    return [f"subject={bond}{letter}:{lemma}"]


def subject_near(bond: str, letter: str, kind: str, before: str, word: str) -> list[str]:
    return [
        f"subject={bond}{letter} kind={kind}",
        f"subject={bond}{letter} before={before}",
        f"subject={bond}{letter} before={word} {kind[:7]}",
    ]


def subject_behind(lemma: str) -> list[str]:
    return [f"inverted={lemma}"]


def inverted_near(bond: str, letter: str, kind: str, after: str) -> list[str]:
    return [f"inverted={bond}{letter} after={after or '$'} kind={kind}"]


def named(kind: str, titled: bool, length: int, often: int) -> list[str]:
    """Who it is, and how often the article names it."""
    return [f"entity={kind} title={titled} parts={length}", f"named={often}"]


# ---------------------------------------------------------------- a quote and a mention


def pair_features(scene: Scene, quote: Setting, index: int) -> list[Facts]:
    """What a candidate tells about this quote."""
    outline, mention, kind = scene.outline, scene.mentions[index], scene.kinds[index]
    sentence = outline.sentence[mention.first]
    subject, inverted = scene.verbs[index]
    verb = inverted if subject is NO_VERB else subject
    after = mention.first > quote.token
    side = "after" if after else "before"
    if after:
        middle = outline.classes[quote.token + 1 : mention.first]
        between = bisect_left(scene.firsts, mention.first) - quote.behind
    else:
        middle = outline.classes[mention.last : quote.token]
        between = quote.front - bisect_left(scene.firsts, mention.last)
    paragraph = outline.paragraph_of_sentence[sentence]
    where = place_of(sentence - quote.sentence, paragraph - quote.paragraph)
    towards = verb is not NO_VERB and (verb.token > mention.first) != after
    others = min(middle.count("Q"), 3)
    told = not after and "V" in middle
    bound = governs(scene, quote, index)
    length = len(middle) if len(middle) < FAR else FAR + min(FARTHEST, len(middle) // FAR)
    found: list[Facts] = [
        (position, where, side, quote.shape, others, max(0, min(between, 5))),
        (path, side, middle if len(middle) <= PATH else f"{middle[:3]}..{middle[-3:]}", length),
        (verb_there, where, side, verb.bond, verb.letter, towards, told),
        (lemma_there, where, side, verb.bond, verb.lemma),
        (governed, bound, side, where, quote.shape, kind),
        (governed_by, bound, side, where, quote.participle, quote.link),
        (led, lead_in(scene, index), side, where, bound, verb.bond, verb.letter),
        (source, is_source(scene, index), side, where, kind),
    ]
    if where == "same" and quote.sayers:
        found.append((sayer, index in quote.sayers, rank_of(scene, quote, mention), side))
    return found + previous_features(scene, quote, index, where, side, verb)


def rank_of(scene: Scene, quote: Setting, mention: Mention) -> int:
    """How many who say something in the sentence stand nearer to the quote (3 stands for more)."""
    own = abs(mention.first - quote.token)
    return min(3, sum(abs(scene.firsts[i] - quote.token) < own for i in quote.sayers))


def position(where: str, side: str, shape: str, others: int, between: int) -> list[str]:
    return [
        f"where={where} {side}",
        f"where={where} {side} shape={shape}",
        f"near={side} {between} {where}",
        f"others={others} {side} {where}",
    ]


def path(side: str, classes: str, length: int) -> list[str]:
    """What stands between the quote and the candidate."""
    return [f"path={side} {classes}", f"distance={length} {side}"]


def verb_there(where: str, side: str, bond: str, letter: str, towards: bool, told: bool) -> list[str]:
    """The candidate's verb; ``towards`` the quote, and whether somebody says something in between."""
    between = [f"said_between {side} bond={bond}{letter}"] if told else []
    return [f"where={where} {side} bond={bond}{letter} {towards}", *between]


def lemma_there(where: str, side: str, bond: str, lemma: str) -> list[str]:
    return [f"verb={lemma} {side} {where} {bond}"]


def governed(bound: str, side: str, where: str, shape: str, kind: str) -> list[str]:
    return [
        f"kind={kind} where={where} {side}",
        f"governs={bound} {side} {where}",
        f"governs={bound} shape={shape} {kind}",
    ]


def governed_by(bound: str, side: str, where: str, participle: bool, link: str) -> list[str]:
    return [f"governs={bound} {participle} {where}", f"governs={bound} link={link} {side}"]


def led(lead_in: str, side: str, where: str, bound: str, bond: str, letter: str) -> list[str]:
    """In which clause the candidate stands."""
    return [
        f"led={lead_in} {side} {where}",
        f"led={lead_in} governs={bound}",
        f"led={lead_in} bond={bond}{letter} {side} {where == 'same'}",
    ]


def source(named: bool, side: str, where: str, kind: str) -> list[str]:
    """Whether "according to" names it."""
    return [f"source={named} {side} {where}", f"source={named} {kind} {side}"]


def sayer(says: bool, rank: int, side: str) -> list[str]:
    return [f"sayer={says} rank={rank} {side}"]


@lru_cache(maxsize=4096)
def place_of(sentences: int, paragraphs: int) -> str:
    if paragraphs:
        return f"paragraph{paragraphs:+d}"
    if not sentences:
        return "same"
    return f"sentence{max(-3, min(3, sentences)):+d}"


def governs(scene: Scene, quote: Setting, index: int) -> str:
    """Is the candidate the subject of the verb that the quote hangs on?"""
    if quote.governor < 0:
        return "none"
    subject, inverted = scene.verbs[index]
    if subject.token == quote.governor:
        return f"subject-{subject.bond}"
    if inverted.token == quote.governor:
        return inverted.bond
    if quote.participle and scene.mentions[index].last <= quote.governor:
        main = subject.letter != "0" and not leads(scene, quote, index)
        return "participle-main" if main else "participle-other"
    return "no"


def leads(scene: Scene, quote: Setting, index: int) -> bool:
    """Does another subject stand between the candidate and the governing verb?"""
    first = scene.mentions[index].last
    return any(scene.verbs[i][0].letter != "0" for i in scene.between(first, quote.governor))
