"""A quote's source as the usual styles and tools write it. Pure: a ``Source`` in, text out.

Styles: APA 7, MLA 9, Chicago 17 (notes), Wikipedia's ``{{cite news}}``; tools: BibTeX, RIS, CSL-JSON.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

APA_MONTHS = [
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
# how the names of those end who sign articles and are no persons
BODIES_END = """
agencies agency bureau desk editors media network news newsroom press reporters service services staff team
wire
"""
BODIES = frozenset(BODIES_END.split())
MLA_MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


@dataclass(frozen=True, slots=True)
class Source:
    """One printed quote. ``published`` is None where unknown; ``accessed`` is the day it was archived.

    ``day`` is ``published``, ``archived`` that word, as readers of the site write them where no style rules;
    ``url_status`` is ``"live"``, ``"dead"`` or, of a file that somebody handed in, unknown: ``""``.
    """

    key: str
    words: str
    speaker: str
    title: str
    outlet: str
    url: str
    archive_url: str
    accessed: date
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str = ""
    url_status: str = ""
    day: str = ""
    archived: str = "archived"


def split_name(name: str) -> tuple[str, str]:
    """Given names and surname; a name of one word, and an organisation's, is all surname."""
    given, _, family = name.strip().rpartition(" ")
    return ("", name.strip()) if is_body(name) else (given, family)


def is_body(name: str) -> bool:
    """Whether a byline is an agency's or a newsroom's ("Associated Press"), by its last word."""
    return not BODIES.isdisjoint(name.lower().split()[-1:])


def inverted(name: str) -> str:
    given, family = split_name(name)
    return f"{family}, {given}" if given else family


def initials(name: str) -> str:
    given, family = split_name(name)
    letters = " ".join(f"{part[0]}." for part in given.replace("-", " ").split())
    return f"{family}, {letters}" if letters else family


def listed_names(names: list[str], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 or last == '&' else ''} {last} {names[-1]}"


def closed(words: str) -> str:
    """With a full stop, unless a mark stands there already."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def within(words: str) -> str:
    """As they stand inside of quotation marks: with single ones."""
    return words.translate({ord("“"): "‘", ord("”"): "’"})


def apa(source: Source) -> str:
    authors = listed_names([initials(name) for name in source.authors], "&")
    day = source.published
    dated = f"({day.year}, {APA_MONTHS[day.month - 1]} {day.day})." if day else "(n.d.)."
    if not authors:
        return f"{closed(source.title)} {dated} {source.outlet}. {source.url}"
    return f"{closed(authors)} {dated} {closed(source.title)} {source.outlet}. {source.url}"


def mla(source: Source) -> str:
    names = list(source.authors)
    authors = "".join(inverted(name) for name in names[:1])
    if len(names) == 2:
        authors += f", and {names[1]}"
    elif len(names) > 2:
        authors += ", et al"
    day = source.published
    dated = f"{day.day} {MLA_MONTHS[day.month - 1]} {day.year}, " if day else ""
    opening = f"{closed(authors)} " if authors else ""
    return f"{opening}“{closed(within(source.title))}” {source.outlet}, {dated}{bare(source.url)}."


def chicago(source: Source) -> str:
    authors = listed_names(list(source.authors), "and")
    day = source.published
    dated = f"{APA_MONTHS[day.month - 1]} {day.day}, {day.year}, " if day else ""
    opening = f"{authors}, " if authors else ""
    return f"{opening}“{within(source.title)},” {source.outlet}, {dated}{source.url}."


def bare(url: str) -> str:
    return url.partition("://")[2] or url


def wikipedia(source: Source) -> str:
    fields: list[tuple[str, str]] = []
    for number, name in enumerate(source.authors, 1):
        given, family = split_name(name)
        if given:
            fields += [(f"last{number}", family), (f"first{number}", given)]
        else:
            fields.append((f"author{number}", family))
    fields += [
        ("title", source.title),
        ("work", source.outlet),
        ("date", source.published.isoformat() if source.published else ""),
        ("url", source.url),
        ("archive-url", source.archive_url),
        ("archive-date", source.accessed.isoformat()),
        ("url-status", source.url_status),
        ("language", source.language),
        ("quote", source.words),
    ]
    return "{{cite news " + " ".join(f"|{name}={wiki_safe(value)}" for name, value in fields if value) + "}}"


def wiki_safe(value: str) -> str:
    """A value that cannot end its parameter or its template."""
    return " ".join(value.replace("}}", "} }").replace("|", "{{!}}").split())


LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
LATEX |= {mark: f"\\{mark}" for mark in "&%$#_{}"}


def latex_safe(value: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in value)


def bibtex(source: Source) -> str:
    fields = {
        "author": " and ".join(
            latex_safe(inverted(name)) if split_name(name)[0] else f"{{{latex_safe(name)}}}"
            for name in source.authors
        ),
        "title": f"{{{latex_safe(source.title)}}}",
        "journal": latex_safe(source.outlet),
        "date": source.published.isoformat() if source.published else "",
        "url": source.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": source.accessed.isoformat(),
        "note": bibtex_note(source),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{source.key},\n{body}\n}}\n"


def bibtex_note(source: Source) -> str:
    said = f"{latex_safe(source.speaker)}: " if source.speaker else ""
    return f"{said}“{latex_safe(source.words)}”. Archived: {latex_safe(source.archive_url)}"


def ris(source: Source) -> str:
    lines = [("TY", "NEWS")]
    lines += [("AU", inverted(name)) for name in source.authors]
    lines += [
        ("TI", source.title),
        ("T2", source.outlet),
        ("DA", source.published.strftime("%Y/%m/%d") if source.published else ""),
        ("UR", source.url),
        ("L1", source.archive_url),
        ("Y2", source.accessed.strftime("%Y/%m/%d")),
        ("LA", source.language),
        ("N1", f"{source.speaker}: “{source.words}”" if source.speaker else f"“{source.words}”"),
    ]
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return f"{body}ER  - \r\n"


def csl_json(source: Source) -> str:
    item = {
        "id": source.key,
        "type": "article-newspaper",
        "title": source.title,
        "container-title": source.outlet,
        "author": [csl_name(name) for name in source.authors],
        "issued": {"date-parts": [date_parts(source.published)]} if source.published else None,
        "accessed": {"date-parts": [date_parts(source.accessed)]},
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.language,
        "note": f"{source.speaker}: “{source.words}”" if source.speaker else f"“{source.words}”",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def csl_name(name: str) -> dict[str, str]:
    given, family = split_name(name)
    return {"family": family, "given": given} if given else {"literal": family}


def date_parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def with_citation(source: Source) -> str:
    """What "copy quote" copies: the words, who said them, and where they stand."""
    day = f", {source.day}" if source.day else ""
    said = f" — {source.speaker}" if source.speaker else ""
    found = f"{source.outlet}{day}, {source.url}; {source.archived}: {source.archive_url}"
    return f"“{source.words}”{said} ({found})"


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    label: str
    written: Callable[[Source], str]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A citation as a download: its suffix, what readers call it, its content type."""

    suffix: str
    label: str
    content_type: str
    written: Callable[[Source], str]


STYLES = (
    Style("apa", "APA", apa),
    Style("mla", "MLA", mla),
    Style("chicago", "Chicago", chicago),
    Style("wikipedia", "Wikipedia", wikipedia),
)
FILE_FORMATS = {
    file_format.suffix: file_format
    for file_format in (
        FileFormat("bib", "BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
        FileFormat("ris", "RIS", "application/x-research-info-systems; charset=utf-8", ris),
        FileFormat("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
        FileFormat("txt", "Text", "text/plain; charset=utf-8", with_citation),
    )
}
