"""How a language writes the days and the small words of citations. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS_IN_SHORT = [
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]
MONATE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
MONATE_IN_SHORT = [
    "Jan.",
    "Febr.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
]

Written = Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Manner:
    """``after_year`` is as APA has a day, ``in_short`` as MLA, ``in_full`` as Chicago."""

    after_year: Written
    in_short: Written
    in_full: Written
    conjunction: str
    others: str
    undated: str


ENGLISH = Manner(
    after_year=lambda day: f"{day.year}, {MONTHS[day.month - 1]} {day.day}",
    in_short=lambda day: f"{day.day} {MONTHS_IN_SHORT[day.month - 1]} {day.year}",
    in_full=lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    conjunction="and",
    others="et al",
    undated="n.d.",
)
GERMAN = Manner(
    after_year=lambda day: f"{day.year}, {day.day}. {MONATE[day.month - 1]}",
    in_short=lambda day: f"{day.day}. {MONATE_IN_SHORT[day.month - 1]} {day.year}",
    in_full=lambda day: f"{day.day}. {MONATE[day.month - 1]} {day.year}",
    conjunction="und",
    others="u. a",
    undated="o. D.",
)
MANNERS = {"de": GERMAN}


def manner(language: str) -> Manner:
    """Of a language tag; English where the language has none here."""
    return MANNERS.get(language.split("-")[0].lower(), ENGLISH)
