"""Citations as handbooks have them: APA 7, MLA 9, Chicago 17 (notes), Wikipedia's ``{{cite news}}``. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from .manners import manner
from .names import initials, inverted, listed_names, split_name
from .source import Source


def closed(words: str) -> str:
    """With a full stop, unless a mark stands there already."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def within(words: str) -> str:
    """As they stand inside of quotation marks: with single ones."""
    return words.translate({ord("“"): "‘", ord("”"): "’"})


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
    authors = listed_names(list(source.authors), as_readers.conjunction)
    dated = f"{as_readers.in_full(source.published)}, " if source.published else ""
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
