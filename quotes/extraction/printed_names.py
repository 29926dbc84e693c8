"""Names as printed: where one begins and ends, and what of it is title, office or outlet."""

import re
from collections.abc import Iterator

from .language import Language
from .mention import Mention
from .names import MIDDLE_NAMES, Gender, first_names, is_acronym
from .outline import Outline, matches
from .word_classes import title_words

RUN = re.compile(r"k{0,2}[Nt](?:k{0,3}[Nt])*")


def name_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    done = 0
    for first, last in matches(RUN, outline):
        if first >= done:
            done = body_end(outline, first, last, language)
            yield from names_of_run(outline, first, done, language)


BODY = re.compile(r"P(?:D)?N+(?:[C,]N+(?=CN)|CN+)*")


def body_end(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where a name ends that goes on with "of": Ministry of Foreign Affairs."""
    if outline.low[last - 1] not in language.words("names", "bodies_of"):
        return last
    found = doctors(outline, last) or BODY.match(outline.classes, last)
    joins = found and outline.low[last] in ("of", "for", "on")
    return found.end() if found and joins and same_paragraph(outline, first, found.end() - 1) else last


PROFESSIONS = re.compile(r"P[Nptbx]{1,3}[Np](?![Npt])")


def doctors(outline: Outline, last: int) -> re.Match[str] | None:
    """ "(Royal Association) of Family Doctors": capitalised throughout, and many."""
    found = PROFESSIONS.match(outline.classes, last)
    if not found or not outline.low[found.end() - 1].endswith("s"):
        return None
    capital = all(word[0].isupper() for word in outline.words[last + 1 : found.end()])
    return found if capital else None


def same_paragraph(outline: Outline, first: int, last: int) -> bool:
    return outline.paragraph(first) == outline.paragraph(last)


def names_of_run(outline: Outline, first: int, last: int, language: Language) -> Iterator[Mention]:
    """One name, or two where a title stands in the middle ("House Speaker Paul Ryan")."""
    cut, last = title_cut(outline.classes, first, last)
    begin = cut + 1 if cut >= first else after_office(outline, first, last, language)
    begin += last - begin > 2 and outline.low[begin] in language.words("words", "nationals")
    begin = after_outlet(outline, begin, last, language)
    while begin < last and outline.low[begin] in NOT_FIRST:
        begin += 1
    while begin < last - 1 and outline.classes[last : last + 1] == ":" and is_title(outline, begin, language):
        begin += 1  # a label in capitals: SECRETARY VANCE
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


SON_OF = frozenset({"ben"})  # Itai Ben Roe


def after_outlet(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where the person's name begins in "Reuters Editor-in-Chief Jane Roe" and "Iceland Jane Roe"."""
    known, low = first_names().gender, outline.low
    if (
        last - first < 3
        or low[first] in known
        or low[first] in language.words("names", "family_first")
        or low[last - 1] in language.words("names", "organisation_words")
    ):
        return first
    for begin in range(first + 1, last - 1):
        if outline.classes[begin + 1] == "k" and all(is_acronym(word) for word in outline.words[first:begin]):
            return begin
        if low[begin] in known:
            if low[begin] in SON_OF and not is_acronym(outline.words[begin - 1]):
                return begin - 1
            return first if begin == first + 1 and low[begin] in MIDDLE_NAMES else begin
    return first


def title_cut(classes: str, first: int, last: int) -> tuple[int, int]:
    """The last title in front of a name (-1 if none), and the end of the run without titles behind."""
    last = first + len(classes[first:last].rstrip("t"))
    return classes.rfind("t", first, last), last


OWNER = re.compile(r"N{1,3}g$")


def genitive_start(outline: Outline, first: int, last: int, language: Language) -> int:
    """A body's name takes its owner's with it: Pakistan's Ministry of Foreign Affairs."""
    bodies = language.words("names", "bodies_of")
    plural = outline.low[first - 1 : first] == ["'"]
    if bodies.isdisjoint(outline.low[first:last]) or (last - first < 2 and not plural):
        return first
    start = outline.sentences[outline.sentence[first]][0]
    owner = OWNER.search(outline.classes, max(start, first - 4), first)
    return owner.start() if owner else first


def after_office(outline: Outline, first: int, last: int, language: Language) -> int:
    """Where the name begins in "(Secretary of) State Marco Rubio", "(Leader of the) Opposition Jane Roe"."""
    offices = language.words("names", "offices")
    begin = first
    of = first - 2 if outline.low[first - 1 : first] == ["the"] else first - 1
    if of >= 1 and outline.low[of] == "of" and outline.classes[of - 1] in "tp":
        while begin < last - 1 and outline.low[begin] in offices:
            begin += 1
    return begin


def is_title(outline: Outline, token: int, language: Language) -> bool:
    return outline.low[token] in title_words(language)


NOT_FIRST = frozenset({"jr.", "sr.", "jr", "sr"})


def title_gender(title: str, language: Language) -> Gender:
    if title in language.words("titles", "male"):
        return "male"
    return "female" if title in language.words("titles", "female") else ""
