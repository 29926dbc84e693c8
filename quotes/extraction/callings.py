"""What the article calls somebody: "goalkeeper Jane Roe", then "the goalkeeper", "the Pole", "the keeper"."""

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter

from .apposition import Description, Roles, own_words, tells_where
from .language import Language, Words
from .mention import Mention
from .names import Entity
from .nationality import country_of
from .outline import Outline

BEFORE_NAME = re.compile(r"[pbdxNtgPD#v-]{1,8}$")
AFTER_NAME = re.compile(
    r",D[DSCPpbdxNtgR#v,-]{2,24}(?=,R?A?R?[TVAv])|,(?:[DSCPpbdxNtgR#v-]{1,14})(?=[,.;])|\([N,-]{1,5}\)"
)
CONTENT = frozenset("pbdxtNv")
NEAREST = 30
LONGEST_DESCRIPTION = 28  # tokens behind a name
# A noun for people in front of a name; but "goalkeeper Jane Roe kept" describes no other name behind.
HEADS_NAME = re.compile(r"[pt](?=[NtpP])(?![tp]*N+[xv])")


@cache
def implied(language: Language) -> dict[str, frozenset[str]]:
    """What the bearer of a title is called: a recorder is a judge."""
    found: dict[str, frozenset[str]] = {}
    for (section, noun), titles in language.groups.items():
        for title in titles if section == "implied" else ():
            found[title] = found.get(title, frozenset()) | {noun}
    return found


def collect_roles(outline: Outline, names: list[Mention], language: Language) -> Roles:
    """Head word to the places where somebody is so described: (token, who, all words of the description)."""
    roles: Roles = {}
    last: frozenset[str] = frozenset()
    for mention in names:
        if mention.entity is None:
            continue
        words, heads = described(outline, mention)
        heads |= last if "counterpart" in heads else frozenset()
        last = heads or last
        heads |= implied(language).get(mention.title, frozenset())
        mention.entity.roles |= heads
        country = country_of(outline, mention, language)
        mention.entity.country = mention.entity.country or country
        words |= country
        for word in heads | own_words(mention.entity) | country:
            roles.setdefault(word, []).append((mention.first, mention.entity, words))
    return roles


def described(outline: Outline, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The words in front of and behind a name that say who that is, and the nouns that head them."""
    classes, low, sentence = outline.classes, outline.low, outline.sentences[outline.sentence[mention.first]]
    before = BEFORE_NAME.search(classes, max(sentence[0], mention.first - 8), mention.first)
    reach = 0 if tells_where(outline, mention) else LONGEST_DESCRIPTION
    end = min(sentence[1], mention.last + reach)
    after = AFTER_NAME.match(classes, mention.last, end)
    first = range(before.start(), mention.first) if before else range(0)
    second = range(mention.last, after.end()) if after and "V" not in after.group() else range(0)
    words = frozenset(low[i] for span in (first, second) for i in span if classes[i] in CONTENT)
    governed = classes[max(sentence[0], mention.first - 2) : mention.first].endswith(("P", "PD"))
    heads = {low[i] for i in first if HEADS_NAME.match(classes, i, mention.first + 1) and not governed}
    for i in second:
        if classes[i] in "pbt" and classes[i + 1 : i + 2] not in ("p", "b", "x"):
            heads.add(low[i])
        if classes[i] in "PW":
            break
    acronym = classes[mention.last : mention.last + 3] == "(N)"
    return words, frozenset(heads | ({low[mention.last + 1]} if acronym else set()))


def called(outline: Outline, mention: Mention, roles: Roles, language: Language) -> Entity | None:
    """The entity that was last described by the head of a definite phrase, or wholly in other words."""
    if mention.plural or not definite(outline, mention, language):
        return None
    exact = last_described(outline, mention, roles.get(mention.head, []), language)
    if exact:
        return exact
    words = sorted(synonyms(language).get(mention.head, ()))
    alike = sorted(
        (found for word in words for found in described_near(roles.get(word, []), mention.first)),
        key=itemgetter(0),
    )
    rest = details(outline, mention)
    whole = [one for one in alike if rest <= one[2] | own_words(one[1])]
    return last_described(outline, mention, whole, language)


def details(outline: Outline, mention: Mention) -> set[str]:
    """What a phrase tells of somebody besides its head."""
    return {outline.low[i] for i in range(mention.first, mention.last - 1) if outline.classes[i] in CONTENT}


@cache
def synonyms(language: Language) -> dict[str, Words]:
    """Every word for a calling, to all words for it: a boss is a manager."""
    groups = [words for (section, _), words in language.groups.items() if section == "callings"]
    return {word: words - {word} for words in groups for word in words}


def last_described(
    outline: Outline, mention: Mention, known: list[Description], language: Language
) -> Entity | None:
    """Of those who were so described the one whom the rest of the phrase fits best, then the last."""
    rest = details(outline, mention)
    owned = "g" in outline.classes[mention.first : mention.last]
    epithet = mention.head in language.words("nouns", "epithets")
    best: tuple[int, int, Entity] | None = None
    for token, entity, words in described_near(known, mention.first):
        if token >= mention.first and (best or (epithet and token - mention.first > SOON)):
            continue
        if not same_sort(outline.classes[mention.last - 1], entity):
            continue
        fits = len(rest & (words | own_words(entity)))
        if fits < len(rest) and (owned or named_otherwise(outline, mention, words | own_words(entity))):
            continue
        if best is None or (fits, token) >= best[:2]:
            best = (fits, token, entity)
    return best[2] if best else None


SOON = 60  # tokens within which a description follows an epithet that it explains; an office needs none


def same_sort(letter: str, entity: Entity) -> bool:
    """May a noun of this class be said of the entity?"""
    if letter in "pt":
        return entity.kind not in ("organisation", "place")
    return letter != "b" or entity.kind != "person"


def described_near(known: list[Description], token: int) -> list[Description]:
    """The descriptions last given in front of a token, and the first few behind it."""
    place = bisect_left(known, token, key=itemgetter(0))
    return known[max(0, place - NEAREST) : place + 3]


def definite(outline: Outline, mention: Mention, language: Language) -> bool:
    if outline.low[mention.first] in language.words("words", "definite"):
        return True
    return "g" in outline.classes[mention.first : mention.last]


def named_otherwise(outline: Outline, mention: Mention, words: frozenset[str]) -> bool:
    """Does the phrase carry a name that the description lacks ("the French president")?"""
    return any(
        outline.classes[i] == "N" and outline.low[i] not in words
        for i in range(mention.first, mention.last - 1)
    )
