"""What of a search was read otherwise than its reader may have meant, in plain sentences."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from quotes.search import SearchResult
from quotes.search.pieces import FIELDS as CONDITIONS

NO_DAY = _(
    "“%(typed)s” is read as words: “before:” and “after:” take a year, a month or a day, as in after:2019"
    " or before:2021-06-30."
)
NO_KIND = _("“%(typed)s” is read as words: “kind:” takes direct, mixed (fragments) or indirect.")
NOTHING = _("“%(typed)s” is read as a word: there is no word behind the colon.")
FIELDS = {"before": NO_DAY, "after": NO_DAY, "kind": NO_KIND}


def hints(answer: SearchResult) -> list[str]:
    """For what was typed, as it was understood; nothing where there is no doubt."""
    return list(dict.fromkeys(of_fields(answer)))


def is_lone_field(typed: str) -> bool:
    """ "speaker: marsh", with a blank: the condition is empty, and the name a word."""
    return typed.endswith(":") and typed[:-1].lower() in CONDITIONS


def of_fields(answer: SearchResult) -> Iterator[str]:
    for term in answer.understood:
        if term.misread or is_lone_field(term.text):
            yield str(FIELDS.get(term.misread, NOTHING)) % {"typed": term.text}
