"""Citations as handbooks have them: APA 7, MLA 9, Chicago 17 (notes), Wikipedia's ``{{cite news}}``. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .manners import Manner, manner
from .names import initials, inverted, listed_names, split_name
from .source import Source

MOST_NAMED = 3  # authors, in notes after Chicago
STRAIGHT = re.compile(r'"([^"]*)"')
WIKI = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "|": "{{!}}", "<": "&lt;"})
WIKI_ADDRESS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in '[]{}|<>" '})


def closed(words: str) -> str:
    """With a full stop, unless a mark stands there already."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def within(words: str) -> str:
    """As they stand inside of quotation marks: with single ones."""
    return STRAIGHT.sub(r"‘\1’", words).translate({ord("“"): "‘", ord("”"): "’"})


def apa(source: Source) -> str:
    authors = listed_names([initials(name) for name in source.authors], "&")
    as_readers = manner(source.readers)
    day = as_readers.after_year(source.published) if source.published else as_readers.undated
    dated = f"({day})."
    if not authors:
        return f"{closed(source.title)} {dated} {source.outlet}. {source.url}"
    return f"{closed(authors)} {dated} {closed(source.title)} {source.outlet}. {source.url}"


def mla(source: Source) -> str:
    names, as_readers = list(source.authors), manner(source.readers)
    authors = "".join(inverted(name) for name in names[:1])
    if len(names) == 2:
        authors += f", {as_readers.conjunction} {names[1]}"
    elif len(names) > 2:
        authors += f", {as_readers.others}"
    dated = f"{as_readers.in_short(source.published)}, " if source.published else ""
    opening = f"{closed(authors)} " if authors else ""
    return f"{opening}“{closed(within(source.title))}” {source.outlet}, {dated}{bare(source.url)}."


def chicago(source: Source) -> str:
    as_readers = manner(source.readers)
    authors = noted_names(list(source.authors), as_readers)
    dated = f"{as_readers.in_full(source.published)}, " if source.published else ""
    opening = f"{authors}, " if authors else ""
    return f"{opening}“{within(source.title)},” {source.outlet}, {dated}{source.url}."


def noted_names(names: list[str], as_readers: Manner) -> str:
    """Of more than three authors a note names the first."""
    if len(names) > MOST_NAMED:
        return f"{names[0]} {as_readers.others}."
    return listed_names(names, as_readers.conjunction)


def bare(url: str) -> str:
    return url.partition("://")[2] or url


def wikipedia(source: Source) -> str:
    fields: list[tuple[str, str]] = []
    for number, name in enumerate(source.authors, 1):
        parts = split_name(name)
        if parts.given:
            first = f"{parts.given} {parts.suffix}".strip()
            fields += [(f"last{number}", parts.family), (f"first{number}", first)]
        else:
            fields.append((f"author{number}", parts.family))
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
    written = (f"|{name}={wiki_value(name, value)}" for name, value in fields if value)
    return f"{{{{cite news {' '.join(written)}}}}}"


def wiki_value(name: str, value: str) -> str:
    """An address stays one; of words, none is read as a link, a template, a signature or the value's end."""
    if name.endswith("url"):
        return value.translate(WIKI_ADDRESS)
    return " ".join(
        value.translate(WIKI).replace("''", "&#39;&#39;").replace("~~~", "&#126;&#126;&#126;").split()
    )


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    label: str
    written: Callable[[Source], str]


STYLES = (
    Style("apa", "APA", apa),
    Style("mla", "MLA", mla),
    Style("chicago", "Chicago", chicago),
    Style("wikipedia", "Wikipedia", wikipedia),
)
