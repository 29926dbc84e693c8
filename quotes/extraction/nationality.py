"""Of which country somebody is: "Polish striker Jan Roe", "Kenya's Ann Roe", "Ann Roe of Kenya"."""

import re
from functools import cache

from .language import Language, Words
from .mention import Mention
from .outline import Outline

FRONT = 6
# What may stand between a country and a name; but "Spain beat Roe", "Brazil's Jane Roe beat Ann Doe".
BETWEEN = re.compile(r"(?:gx{0,3}#?|x{0,2}(?=[pt]))(?:[x-]*[pt])*$")
BEHIND = re.compile(r"PN|\(N\)")


@cache
def countries(language: Language) -> dict[str, Words]:
    """Every word for a country or its people, to all words for that country."""
    return {
        word: words | language.words("also_called", name)
        for (section, name), words in language.groups.items()
        if section == "nationalities"
        for word in words
    }


def country_of(outline: Outline, mention: Mention, language: Language) -> Words:
    """All words for the country that stands in front of or right behind a name; none if none does."""
    known = countries(language)
    start = outline.sentences[outline.sentence[mention.first]][0]
    for token in range(mention.first - 1, max(start, mention.first - FRONT) - 1, -1):
        if outline.classes[token] not in "NpbdxtgD-#":
            break
        if outline.low[token] in known:
            between = outline.classes[token + 1 : mention.first]
            return known[outline.low[token]] if BETWEEN.match(between) or not between else frozenset()
    behind = BEHIND.match(outline.classes, mention.last)
    told = behind and outline.low[mention.last] in ("of", "from", "(")
    return known.get(outline.low[mention.last + 1], frozenset()) if told else frozenset()
