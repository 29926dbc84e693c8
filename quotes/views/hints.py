"""What of a search was read otherwise than its reader may have meant, in plain sentences."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from quotes.search import SearchResult

GROUP = re.compile(r"(?P<minus>-|NOT\s+)?\((?P<inside>[^()]{1,200})\)")
OR = "OR"
NO_DAY = _(
    "“%(typed)s” is read as words: “before:” and “after:” take a year, a month or a day, as in after:2019"
    " or before:2021-06-30."
)
NO_KIND = _("“%(typed)s” is read as words: “kind:” takes direct, mixed (fragments) or indirect.")
NOTHING = _("“%(typed)s” is read as a word: there is no word behind the colon.")
PARENTHESES = _(
    "Parentheses are left out: OR joins the words or “phrases” on its two sides, and a minus leaves out one"
    " word or phrase."
)
FIELDS = {"before": NO_DAY, "after": NO_DAY, "kind": NO_KIND}


def hints(text: str, answer: SearchResult) -> list[str]:
    """For what was typed, as it was understood; nothing where there is no doubt."""
    return list(dict.fromkeys([*of_fields(answer), *of_parentheses(text)]))


def of_fields(answer: SearchResult) -> Iterator[str]:
    for term in answer.understood:
        if term.misread:
            yield str(FIELDS.get(term.misread, NOTHING)) % {"typed": term.text}


def of_parentheses(text: str) -> Iterator[str]:
    if any(is_misread(group, text) for group in GROUP.finditer(text)):
        yield str(PARENTHESES)


def is_misread(group: re.Match[str], text: str) -> bool:
    """Whether the words would mean something else if parentheses counted."""
    parts = group["inside"].split()
    if len(parts) == 1:
        return False
    alternatives = len(parts) % 2 == 1 and set(parts[1::2]) == {OR}
    return bool(group["minus"]) or (not alternatives and OR in text.split())
