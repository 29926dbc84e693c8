"""Words and names as the figures compare them: in small letters, without titles and little words."""

import re

TITLE_WORDS = """
mr mrs ms dr prof sir dame lord lady sen rep gov gen lt col rev sgt capt president secretary senator
congressman congresswoman former the a an jr sr ii iii
"""
LITTLE_WORDS = "the a an of for and in to his her their its s that who at on from with former by"
TITLES, LITTLE = frozenset(TITLE_WORDS.split()), frozenset(LITTLE_WORDS.split())
WORD = re.compile(r"\w+")
NAME_WORD = re.compile(r"[\w\-']+")
GENITIVE = re.compile(r"'s?$")


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'").lower())


def last_name(name: str) -> str | None:
    """The last word that is no title and no genitive ending."""
    plain = GENITIVE.sub("", name.lower().replace("’", "'"))
    found = [word for word in NAME_WORD.findall(plain) if word not in TITLES]
    return found[-1] if found else None


def content(name: str) -> set[str]:
    """The words of a name or description that tell something."""
    return {word for word in WORD.findall(name.lower()) if word not in LITTLE and word not in TITLES}


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without what is neither letter nor digit at both ends."""
    end = min(end, len(text))
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
