"""Who the names of an article stand for, and what the article tells about each: a person, a body, a place."""

import re
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from .document import Document
from .language import Language
from .marks import Passage
from .mention import Mention
from .names import NAMESAKES, Entity, Gender, Register, first_names, is_acronym, pronoun_genders
from .outline import Outline
from .word_classes import title_words


def resolve_names(
    names: list[Mention], register: Register, outline: Outline, quoted: list[tuple[str, ...]]
) -> None:
    """Gives every name its entity: full names first, then the short ones."""
    for mention in names:
        if mention.last - mention.first > 1:
            mention.entity = register.add(tuple(outline.words[mention.first : mention.last]))
            mention.entity.tokens.append(mention.first)
    for parts in quoted:
        register.add(parts)
    share_surnames(names, register, outline)
    find_aliases(names, register, outline)
    for mention in names:
        cut_outlet(mention, register, outline)
    for mention in names:
        resolve_short(mention, register, outline)
    mark_datelines(names, outline)
    mark_located(names, outline, register.language.words("names", "areas"))
    mark_things(names, outline)
    count_pronouns(names, outline, register.language)
    settle(register)
    for mention in names:
        mention.gender = mention.entity.gender if mention.entity else mention.gender


PAIRS = frozenset({"couple", "pair", "duo"})


def share_surnames(names: list[Mention], register: Register, outline: Outline) -> None:
    """ "The couple Karl and Una Roe": Karl is a Roe if they are called so or go by their first names."""
    alone = Counter(mention.head for mention in names if mention.last - mention.first == 1)
    people = register.language.words("nouns", "people")
    for one, other in pairwise(names):
        joined = one.entity is None and outline.low[one.last : other.first] == ["and"]
        simple = not outline.classes[other.first + 1 : other.last - 1].strip("k")
        if not joined or not simple or one.title or register.by_last.get(one.head):
            continue
        known = one.head in first_names().gender
        familiar = known and alone[one.head] > 1 and alone[outline.low[other.first]]
        before = outline.low[max(0, one.first - 1)]
        called = before in people and (before in PAIRS or before.endswith("s"))
        if other.last - other.first > 1 and (familiar or called):
            parts = outline.words[one.first], *outline.words[other.first + 1 : other.last]
            one.entity = register.add(parts)
            one.entity.kind = "person"
            one.entity.tokens.append(one.first)


def resolve_short(mention: Mention, register: Register, outline: Outline) -> None:
    """The entity of a name of one word, and what its title tells."""
    if mention.entity is None:
        mention.entity = register.find(outline.words[mention.first], mention.first, mention.gender)
        insort(mention.entity.tokens, mention.first)
        mention.entity.alone += mention.head == mention.entity.last
    if mention.gender:
        mention.entity.gender = mention.gender
    mention.entity.titled = mention.entity.titled or bool(mention.title)


def cut_outlet(mention: Mention, register: Register, outline: Outline) -> None:
    """ "(told the) Daily Mail Roe": the outlet in front is not a part of the name."""
    words = outline.words[mention.first : mention.last]
    if len(words) < 3 or not mention.entity:
        return
    outlet = any(
        word.lower() in register.language.words("names", "organisation_words") for word in words[:-1]
    )
    known = [
        e
        for e in register.by_last.get(mention.head, ())[:NAMESAKES]
        if e is not mention.entity and e.kind == "person"
    ]
    if outlet and known:
        mention.entity.tokens.remove(mention.first)
        mention.first, mention.start = mention.last - 1, outline.starts[mention.last - 1]
        mention.entity = known[0]
        insort(known[0].tokens, mention.first)


def settle(register: Register) -> None:
    """Draws the conclusions from all that was counted."""
    for entity in register.entities:
        if entity.genders:
            entity.leaning = "male" if entity.genders["male"] >= entity.genders["female"] else "female"
        if entity.titled and entity.kind == "":
            entity.kind = "person"
        entity.tokens.sort()


def find_aliases(names: list[Mention], register: Register, outline: Outline) -> None:
    """ "the International Monetary Fund (IMF)": the letters in brackets stand for the name from here on."""
    for mention in names:
        if mention.entity is None or outline.classes[mention.last : mention.last + 3] != "(N)":
            continue
        word, low = outline.words[mention.last + 1], outline.low[mention.last + 1]
        long = mention.last - mention.first > 2
        if is_acronym(word) and (long or word[0] == outline.words[mention.first][0]):
            register.aliases[low] = mention.entity
            mention.entity.kind = mention.entity.kind or "organisation"


def mark_things(names: list[Mention], outline: Outline) -> None:
    """What mostly stands behind an article, or in front of its year, is no person: the Beaufort Gyre."""
    articles: Counter[int] = Counter()
    for mention in names:
        if (
            mention.entity
            and not mention.title
            and (behind_article(outline, mention) or is_dated(outline, mention))
        ):
            articles[mention.entity.number] += 1
    for mention in names:
        entity = mention.entity
        if entity and not entity.gender and 2 * articles[entity.number] >= len(entity.tokens):
            entity.kind = entity.kind if entity.kind == "place" else "organisation"


def behind_article(outline: Outline, mention: Mention) -> bool:
    """ "The Gyre"; of single words also "an old Breton"."""
    low, first = outline.low, mention.first
    if first and low[first - 1] == "the":
        return True
    start = first - 2 if first > 1 and outline.classes[first - 1] == "x" else first - 1
    return start >= 0 and mention.last - first == 1 and low[start] in ("a", "an")


def is_dated(outline: Outline, mention: Mention) -> bool:
    """Lighter Than Air (1978)."""
    year = outline.low[mention.last + 1 : mention.last + 2]
    return (
        outline.classes[mention.last : mention.last + 3] == "(#)" and len(year[0]) == 4 and year[0].isdigit()
    )


# Behind the place: the country or province, the date, and a dash or (in capitals) a colon.
DATELINE = re.compile(r"(?:,N{1,2}|\(N{1,2}\)){0,3}(?:,?E#|\(E#\))?[-:]")
LONG_DATELINE = re.compile(r"(?:,N{1,2}|\(N{1,2}\)){1,3}(?:,?E#)?-|,?E#-")


def mark_datelines(names: list[Mention], outline: Outline) -> None:
    """``MIDWAY ATOLL -`` and ``KOTA BHARU, March 12 -`` at the start of a paragraph name a place."""
    starts = {first for first, _ in outline.paragraphs}
    for place, mention in enumerate(names):
        if mention.first in starts and mention.entity:
            shouted = all(word.isupper() for word in outline.words[mention.first : mention.last])
            found = (DATELINE if shouted else LONG_DATELINE).match(outline.classes, mention.last)
            label = found and found.group() == ":" and len(mention.entity.tokens) > 1  # of a speaker's turn
            if found and not label:
                mark_places(names, place, found.end())


def mark_places(names: list[Mention], first: int, end: int) -> None:
    """The town of a dateline, and the country behind it, are no persons."""
    for mention in names[first:]:
        if mention.first >= end:
            return
        if mention.entity:
            mention.entity.kind = "place"


WITHIN = frozenset({"in", "at", "near", "across", "around", "outside", "throughout", "into", "inside"})
TOWARDS = WITHIN | {"to", "from", "through", "via", "of", "on"}


def mark_located(names: list[Mention], outline: Outline, areas: frozenset[str]) -> None:
    """What is only ever named behind "in", "near" or (twice at least) "to", or as an area, is a place."""
    places: dict[int, list[str]] = {}
    for mention in names:
        if mention.entity:
            places.setdefault(mention.entity.number, []).append(stands_behind(outline, mention, areas))
    for mention in names:
        entity = mention.entity
        if entity is None or entity.kind or entity.gender or entity.titled or mention.title:
            continue
        found = places[entity.number]
        if WITHIN.issuperset(found) or (len(found) > 1 and TOWARDS.issuperset(found)):
            entity.kind = "place"


def stands_behind(outline: Outline, mention: Mention, areas: frozenset[str]) -> str:
    """The word in front; "in" of what is called an area ("the city of Paris", "the Soho district")."""
    if outline.classes[mention.last : mention.last + 1] == "g" or not mention.first:
        return ""
    before = outline.low[max(0, mention.first - 2) : mention.first]
    named = before[-1] == "of" and before[0] in areas
    called = before[-1] == "the" and not areas.isdisjoint(outline.low[mention.last : mention.last + 1])
    return "in" if named or called else before[-1]


def count_pronouns(names: list[Mention], outline: Outline, language: Language) -> None:
    """The text tells a gender too: a pronoun after the only name of its sentence."""
    genders = pronoun_genders(language)
    for place, mention in enumerate(names):
        last = outline.sentences[outline.sentence[mention.first]][1]
        following = names[place + 1].first if place + 1 < len(names) else last
        for token in range(mention.last, min(last, following, mention.last + 25)):
            gender = genders.get(outline.low[token])
            if gender and mention.entity:
                mention.entity.genders[gender] += 1
                break


QUOTED_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w’']+){1,2}")


def quoted_names(
    document: Document, passages: Sequence[Passage], language: Language
) -> list[tuple[str, ...]]:
    """Full names that only a quote gives: they may be the fullest form of a name outside (not Uncle Karl)."""
    called = title_words(language) | language.words("nouns", "people")
    spoken = (each for each in passages if each.end - each.start > 30 and not each.nested)
    found = []
    for passage in spoken:
        paragraph = document.paragraphs[passage.paragraph]
        start, end = passage.start - paragraph.start, passage.end - paragraph.start
        for match in QUOTED_NAME.finditer(paragraph.text, start, end):
            parts = tuple(dropwhile(lambda part: part.lower() in called, match.group().split()))
            found += [parts] if len(parts) > 1 else []
    return found


def mark_persons(register: Register, names: list[Mention], language: Language) -> None:
    """A full name that its last word alone repeats, or that a noun for people describes, is a person's."""
    people = language.words("nouns", "people")
    alone = {m.entity.number for m in names if m.entity and m.last - m.first == 1 and m.head == m.entity.last}
    for entity in register.entities:
        repeated = len(entity.parts) > 1 and entity.number in alone
        if entity.kind == "" and (repeated or not people.isdisjoint(entity.roles)):
            entity.kind = "person"
        if not entity.gender and entity.kind == "person":
            entity.gender = role_gender(entity.roles, language) or told_by_pronouns(entity)


OFTEN = 3


def told_by_pronouns(entity: Entity) -> Gender:
    """The gender that the pronouns behind a name tell often, and never the other."""
    return entity.leaning if len(entity.genders) == 1 and entity.genders[entity.leaning] >= OFTEN else ""


def role_gender(roles: frozenset[str], language: Language) -> Gender:
    """What "congresswoman" and "businessman" tell; nothing where both are said."""
    male = not roles.isdisjoint(language.words("nouns", "male"))
    female = not roles.isdisjoint(language.words("nouns", "female"))
    return "" if male == female else "male" if male else "female"
