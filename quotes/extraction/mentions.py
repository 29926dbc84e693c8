"""Everything that may be the speaker of a quote: names, pronouns and noun phrases, as printed."""

import re
from bisect import insort
from collections import Counter
from collections.abc import Iterator, Sequence

from .coreference import link_nominals
from .document import Document
from .language import Language
from .marks import Passage
from .mention import Mention
from .names import NAMESAKES, Gender, Register, first_names, is_acronym
from .outline import Outline

RUN = re.compile(r"k{0,2}[Nt](?:k{0,3}[Nt])*")
NOMINAL = re.compile(
    r"(?:[DS][DRV]?[#]?(?:[xNpb]{1,3}g)?|(?<![Nt])[Nt]{1,4}g)(?:[xvN#tbdpRV]-?){0,4}?[pbd]+(?:[xb]{1,2}[pb](?=[,VAR]))?(?![Npbd])"
    r"|(?<![Nt])[Nt]{1,4}(?:P[Nt]{1,3})?x?[pbd]+(?![Npbd])"
    r"|(?<=[PC,.:Q])[xv]{1,2}[pb]+(?![Npbd])"
    r"|[pbd]{1,3}(?![Npbd])"
)
TITLED = re.compile(r"[DS][xNvd]{0,3}t{1,3}(?![Ntx])")
SUBJECT = re.compile(
    r"(?:[DS]|[Nt]g)[xvN#t]{0,3}[xv#](?=R?A?R?V)|(?<=Q[VT])[DS][xvN#t]{0,3}[xv#](?![gNpbdt])|D(?=R?A?R?[VT])"
)


def find_mentions(
    document: Document, outline: Outline, passages: Sequence[Passage], language: Language
) -> tuple[list[Mention], Register]:
    """The mentions of the article in reading order (they may overlap), and who its names stand for."""
    register = Register(language)
    names = list(name_mentions(outline, language))
    resolve_names(names, register, outline, quoted_names(document, passages))
    nominals = list(nominal_mentions(outline, language))
    link_nominals(outline, names, nominals, register)
    mark_persons(register, names, language)
    pronouns = list(pronoun_mentions(outline, language))
    found = sorted(names + nominals + pronouns, key=lambda m: (m.first, m.last))
    return found, register


# ---------------------------------------------------------------- names


def name_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    done = 0
    for found in matches(RUN, outline):
        if found.start() >= done:
            done = body_end(outline, found.start(), found.end(), language)
            yield from names_of_run(outline, found.start(), done, language)


BODY = re.compile(r"P(?:D)?N+(?:[C,]N+(?=CN)|CN+)*")


def body_end(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where a name ends that goes on with "of": Ministry of Foreign Affairs, Department of Health and Human Services."""
    if outline.low[last - 1] not in language.words("names", "bodies_of"):
        return last
    found = BODY.match(outline.classes, last)
    joins = found and outline.low[last] in ("of", "for", "on")
    return found.end() if found and joins and same_paragraph(outline, first, found.end() - 1) else last


def same_paragraph(outline: Outline, first: int, last: int) -> bool:
    return outline.paragraph(first) == outline.paragraph(last)


def matches(pattern: re.Pattern[str], outline: Outline) -> Iterator[re.Match[str]]:
    """The matches over the classes, none of which crosses a paragraph."""
    for first, last in outline.paragraphs:
        yield from pattern.finditer(outline.classes, first, last)


def names_of_run(outline: Outline, first: int, last: int, language: Language) -> Iterator[Mention]:
    """One name, or two where a title stands in the middle ("House Speaker Paul Ryan")."""
    cut, last = title_cut(outline.classes, first, last)
    begin = cut + 1 if cut >= first else after_office(outline, first, last, language)
    begin = after_outlet(outline, begin, last, language)
    while begin < last and outline.low[begin] in NOT_FIRST:
        begin += 1
    if begin >= last or outline.low[begin] in language.words("names", "not_names"):
        return
    title = outline.low[cut] if cut >= first else outline.low[first] if begin > first else ""
    if last - begin == 1 and title in language.words("titles", "kept"):
        begin = cut
    begin = genitive_start(outline, begin, last, language)
    yield Mention(
        "name",
        begin,
        last,
        outline.starts[begin],
        outline.ends[last - 1],
        outline.low[last - 1],
        gender=title_gender(title, language),
        title=title,
    )


def after_outlet(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where the person's name begins in "Reuters Editor-in-Chief Jane Roe" and "Iceland Jane Roe"."""
    known, low = first_names().gender, outline.low
    if last - first < 3 or low[first] in known or low[last - 1] in language.words("names", "organisation_words"):
        return first
    for begin in range(first + 1, last - 1):
        if low[begin] in known:
            return begin
    return first


def title_cut(classes: str, first: int, last: int) -> tuple[int, int]:
    """The last title in front of a name (-1 if none), and the end of the run without titles behind the name."""
    last = first + len(classes[first:last].rstrip("t"))
    return classes.rfind("t", first, last), last


OWNER = re.compile(r"N{1,3}g$")


def genitive_start(outline: Outline, first: int, last: int, language: Language) -> int:
    """A body's name takes its owner's with it: Pakistan's Ministry of Foreign Affairs."""
    bodies = language.words("names", "bodies_of")
    if bodies.isdisjoint(outline.low[first:last]) or last - first < 2:
        return first
    start = outline.sentences[outline.sentence[first]][0]
    owner = OWNER.search(outline.classes, max(start, first - 4), first)
    return owner.start() if owner else first


def after_office(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where the name begins in "(Secretary of) State Marco Rubio"."""
    offices = language.words("names", "offices")
    begin = first
    if first >= 2 and outline.low[first - 1] == "of" and outline.classes[first - 2] in "tp":
        while begin < last - 1 and outline.low[begin] in offices:
            begin += 1
    return begin


NOT_FIRST = frozenset({"jr.", "sr.", "jr", "sr"})


def title_gender(title: str, language: Language) -> Gender:
    if title in language.words("titles", "male"):
        return "male"
    return "female" if title in language.words("titles", "female") else ""


def resolve_names(names: list[Mention], register: Register, outline: Outline, quoted: list[tuple[str, ...]]) -> None:
    """Gives every name its entity: full names first, then the short ones."""
    for mention in names:
        if mention.last - mention.first > 1:
            mention.entity = register.add(tuple(outline.words[mention.first : mention.last]))
            mention.entity.tokens.append(mention.first)
    for parts in quoted:
        register.add(parts)
    find_aliases(names, register, outline)
    for mention in names:
        cut_outlet(mention, register, outline)
    for mention in names:
        if mention.entity is None:
            word = outline.words[mention.first]
            mention.entity = register.find(word, mention.first, mention.gender)
            insort(mention.entity.tokens, mention.first)
        if mention.gender:
            mention.entity.gender = mention.gender
        mention.entity.titled = mention.entity.titled or bool(mention.title)
    mark_datelines(names, outline)
    mark_things(names, outline)
    count_pronouns(names, outline)
    for entity in register.entities:
        if entity.genders:
            entity.leaning = "male" if entity.genders["male"] >= entity.genders["female"] else "female"
        entity.tokens.sort()
        if entity.titled and entity.kind == "":
            entity.kind = "person"
    for mention in names:
        mention.gender = mention.entity.gender if mention.entity else mention.gender


def cut_outlet(mention: Mention, register: Register, outline: Outline) -> None:
    """ "(told the) Daily Mail Roe": the outlet in front is not a part of the name."""
    words = outline.words[mention.first : mention.last]
    if len(words) < 3 or not mention.entity:
        return
    outlet = any(word.lower() in register.language.words("names", "organisation_words") for word in words[:-1])
    known = [e for e in register.by_last.get(mention.head, ())[:NAMESAKES] if e is not mention.entity and e.kind == "person"]
    if outlet and known:
        mention.entity.tokens.remove(mention.first)
        mention.first, mention.start = mention.last - 1, outline.starts[mention.last - 1]
        mention.entity = known[0]
        insort(known[0].tokens, mention.first)


DATELINE = re.compile(r"(?:,N{1,2}|\(N{1,2}\)){0,3}-")
LONG_DATELINE = re.compile(r"(?:,N{1,2}|\(N{1,2}\)){1,3}-")


def find_aliases(names: list[Mention], register: Register, outline: Outline) -> None:
    """ "the International Monetary Fund (IMF)": the letters in brackets stand for the name from here on."""
    for mention in names:
        if mention.entity is None or outline.classes[mention.last : mention.last + 3] != "(N)":
            continue
        word, low = outline.words[mention.last + 1], outline.low[mention.last + 1]
        initials = "".join(outline.words[i][0] for i in range(mention.first, mention.last))
        if is_acronym(word) and word.replace(".", "")[0] == initials[0]:
            register.aliases[low] = mention.entity
            mention.entity.kind = mention.entity.kind or "organisation"


def mark_things(names: list[Mention], outline: Outline) -> None:
    """What mostly stands behind "the" is no person: the Beaufort Gyre."""
    articles: Counter[int] = Counter()
    for mention in names:
        if mention.entity and mention.first and outline.low[mention.first - 1] == "the" and not mention.title:
            articles[mention.entity.number] += 1
    for mention in names:
        entity = mention.entity
        if entity and not entity.gender and 2 * articles[entity.number] >= len(entity.tokens):
            entity.kind = entity.kind if entity.kind == "place" else "organisation"


def mark_datelines(names: list[Mention], outline: Outline) -> None:
    """``MIDWAY ATOLL -`` at the start of a paragraph names a place."""
    starts = {first for first, _ in outline.paragraphs}
    for mention in names:
        if mention.first in starts and mention.entity:
            shouted = all(word.isupper() for word in outline.words[mention.first : mention.last])
            if (DATELINE if shouted else LONG_DATELINE).match(outline.classes, mention.last):
                mention.entity.kind = "place"


def count_pronouns(names: list[Mention], outline: Outline) -> None:
    """The text tells a gender too: a pronoun after the only name of its sentence."""
    for place, mention in enumerate(names):
        last = outline.sentences[outline.sentence[mention.first]][1]
        following = names[place + 1].first if place + 1 < len(names) else last
        for token in range(mention.last, min(last, following, mention.last + 25)):
            gender = PRONOUN_GENDER.get(outline.low[token])
            if gender and mention.entity:
                mention.entity.genders[gender] += 1
                break


PRONOUN_GENDER = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
QUOTED_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w’']+){1,2}")


def quoted_names(document: Document, passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """Full names that only a quote gives: they may be the fullest form of a name outside."""
    found = []
    for passage in passages:
        paragraph = document.paragraphs[passage.paragraph]
        if passage.end - passage.start > 30 and not passage.nested:
            for match in QUOTED_NAME.finditer(paragraph.text, passage.start - paragraph.start, passage.end - paragraph.start):
                found.append(tuple(match.group().split()))
    return found


def mark_persons(register: Register, names: list[Mention], language: Language) -> None:
    """A full name that its last word alone repeats, or that a noun for people describes, is a person's."""
    people = language.words("nouns", "people")
    alone = {m.entity.number for m in names if m.entity and m.last - m.first == 1 and m.head == m.entity.last}
    for entity in register.entities:
        repeated = len(entity.parts) > 1 and entity.number in alone
        if entity.kind == "" and (repeated or not people.isdisjoint(entity.roles)):
            entity.kind = "person"


# ---------------------------------------------------------------- noun phrases


def nominal_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    ends = set()
    for pattern in (NOMINAL, TITLED, SUBJECT):
        for found in matches(pattern, outline):
            if found.end() not in ends:
                ends.add(found.end())
                yield nominal(outline, found.start(), found.end(), language)


def nominal(outline: Outline, first: int, last: int, language: Language) -> Mention:
    head = outline.low[last - 1]
    gender: Gender = ""
    if head in language.words("nouns", "male"):
        gender = "male"
    elif head in language.words("nouns", "female"):
        gender = "female"
    plural = head.endswith("s") and not head.endswith("ss") or head in ("people", "police", "men", "women", "media")
    return Mention("nominal", first, last, outline.starts[first], outline.ends[last - 1], head, None, gender, plural)


# ---------------------------------------------------------------- pronouns


def pronoun_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    genders = pronoun_genders(language)
    plural = language.words("pronouns", "plural")
    for found in re.finditer("[HSW]", outline.classes):
        token = found.start()
        low = outline.low[token].partition("'")[0]
        if low in SPEAKING:
            gender = genders.get(low, "")
            yield Mention(
                "pronoun", token, token + 1, outline.starts[token], outline.ends[token], low, None, gender, low in plural
            )


SPEAKING = frozenset({"he", "she", "they", "it", "who", "i", "we", "his", "her", "their", "him", "them", "which", "its", "that", "my"})


def pronoun_genders(language: Language) -> dict[str, Gender]:
    genders: dict[str, Gender] = dict.fromkeys(language.words("pronouns", "male"), "male")
    genders.update(dict.fromkeys(language.words("pronouns", "female"), "female"))
    return genders
