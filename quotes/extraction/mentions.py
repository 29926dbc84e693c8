"""Everything that may be the speaker of a quote: names, pronouns and noun phrases, as printed."""

import re
from collections.abc import Iterator, Sequence

from .coreference import link_nominals
from .document import Document
from .identities import mark_persons, quoted_names, resolve_names
from .language import Language
from .marks import Passage
from .mention import Mention
from .names import Gender, Register, pronoun_genders
from .outline import Outline, matches
from .printed_names import name_mentions

# Classes of tokens, see outline: in turn "the bank's senior officials", "Harris campaign officials",
# "senior officials" at the start of a clause, "officials".
NOMINAL = re.compile(
    r"(?:[DS][DRV]?[#]?(?:[xNpbd]{1,3}g)?|(?<![Nt])[Nt]{1,4}g)"
    r"(?:[xvN#tbdpRV]-?){0,4}?[pbd]+(?:[xb]{1,2}[pb](?=[,VAR]))?(?![Npbd])"
    r"|(?<![Nt])[Nt]{1,4}(?:P[Nt]{1,3})?x?[pbd]+(?![Npbd])"
    r"|(?<![^PC,.:Q])[xv]{1,2}[pb]+(?![Npbd])|(?<=W)[xv]{1,2}[pb]+(?=R?A?R?V)"
    r"|[pbd]{1,3}(?![Npbd])"
)
# "the Prime Minister"
TITLED = re.compile(r"[DS][xNvd]{0,3}t{1,3}(?![Ntx])")
# Any phrase right in front of a verb of saying, or right behind one that follows a quote; at last
# "the other", "one of them" and, behind the verb, "another".
SUBJECT = re.compile(
    r"(?:[DS]|[Nt]g)[xvN#t]{0,3}[xv#](?=R?A?R?V)|(?<=Q[VT])[DS][xvN#t]{0,3}[xv#](?![gNpbdt])|D(?=R?A?R?[VT])"
    r"|DD(?=,W|R?A?R?[VT])|DPH(?=,W|R?A?R?[VT])|(?<=Q[VT])D{1,2}(?=[.,])"
)
# "One skater, who ...": a person by what follows.
WHO = re.compile(r"[DS][xvN#t]{0,3}[xv](?=,?W)")


def find_mentions(
    document: Document, outline: Outline, passages: Sequence[Passage], language: Language
) -> list[Mention]:
    """The mentions of the article in reading order (they may overlap), the names with whom they stand for."""
    register = Register(language)
    names = list(name_mentions(outline, language))
    resolve_names(names, register, outline, quoted_names(document, passages, language))
    nominals = list(nominal_mentions(outline, language))
    link_nominals(outline, names, nominals, register)
    mark_persons(register, names, language)
    pronouns = list(pronoun_mentions(outline, language))
    return sorted(names + nominals + pronouns, key=lambda mention: (mention.first, mention.last))


# ---------------------------------------------------------------- noun phrases


def nominal_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    ends = set()
    for first, last in matches(WHO, outline):
        if last not in ends and "who" in outline.low[last : last + 2]:
            ends.add(last)
            yield nominal(outline, first, last, language)
    for pattern in (NOMINAL, TITLED, SUBJECT):
        for first, last in matches(pattern, outline):
            if last not in ends and not (pattern is SUBJECT and is_participle(outline, last)):
                ends.add(last)
                yield nominal(outline, first, last, language)


def is_participle(outline: Outline, token: int) -> bool:
    """ "This included saying": no subject stands in front of such a verb."""
    return token < len(outline.low) and outline.low[token].endswith("ing")


def nominal(outline: Outline, first: int, last: int, language: Language) -> Mention:
    head = outline.low[last - 1]
    noun = head.partition("-of-")[0]  # "the mother-of-two"
    gender: Gender = ""
    if noun in language.words("nouns", "male"):
        gender = "male"
    elif noun in language.words("nouns", "female"):
        gender = "female"
    plural = (
        head.endswith("s")
        and not head.endswith("ss")
        or head in ("people", "police", "men", "women", "media")
    )
    return Mention(
        "nominal", first, last, outline.starts[first], outline.ends[last - 1], head, None, gender, plural
    )


# ---------------------------------------------------------------- pronouns


def pronoun_mentions(outline: Outline, language: Language) -> Iterator[Mention]:
    genders = pronoun_genders(language)
    plural, speaking = language.words("pronouns", "plural"), language.words("pronouns", "speaking")
    for found in re.finditer("[HSW]", outline.classes):
        token = found.start()
        low = outline.low[token].partition("'")[0]
        if low in speaking and not (token and outline.low[token - 1] == "of"):
            gender = genders.get(low, "")
            yield Mention(
                "pronoun",
                token,
                token + 1,
                outline.starts[token],
                outline.ends[token],
                low,
                None,
                gender,
                low in plural,
            )
