"""The title of an article: its heading as readers see it, without the site's name."""

import re
from itertools import islice

from archive.scrapers.blocks import brief_text
from archive.scrapers.words import key_of

from .head import Head

# "Title | Site", "Title - Site", "Title * Site": a bar, dash, star or dot between spaces.
SEPARATOR = re.compile(r"\s+[|\-–—*•·»:]{1,2}\s+")
ALIKE = 0.5
LONGEST = 1_000
MOST_HEADINGS = 50  # looked at on a page
FEWEST_WORDS = 2


def title_of(head: Head) -> str:
    """The article's title, or ``""``.

    The heading (h1) that most resembles what the page tells machines; that itself, without the site's
    name, where no heading does.
    """
    told = [*claims(head)]
    ranked = sorted(headings(head), key=lambda heading: -likeness(heading, told))
    if ranked and likeness(ranked[0], told) >= ALIKE:
        return ranked[0]
    only_window = told in ([], [without_site(head.window_title, head)])
    if ranked and only_window and squeezed(ranked[0]) not in names_of(head):
        return ranked[0]
    return next(iter(told), "")


def claims(head: Head) -> list[str]:
    """What the page tells machines its title is, best first, each without the site's name."""
    metas = head.all("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
    told = [head.linked.text("headline"), *metas, head.window_title]
    return [text for each in told if (text := without_site(each, head))]


def headings(head: Head) -> list[str]:
    """The texts of the page's top headings, without the site's name."""
    texts = (brief_text(element, LONGEST) for element in islice(head.root.iter("h1"), MOST_HEADINGS))
    return [text for each in texts if (text := without_site(each, head))]


def likeness(heading: str, told: list[str]) -> float:
    """The largest share of common words (0 to 1) of a heading and one of the titles told."""
    mine = set(key_of(heading).split())
    theirs = [set(key_of(each).split()) for each in told]
    return max(
        (len(mine & words) / max(len(mine), len(words)) for words in theirs if words and mine), default=0.0
    )


def without_site(title: str, head: Head) -> str:
    """``title`` without the parts at its end that name the site or its host."""
    known = names_of(head)
    host = squeezed(head.address.netloc)
    while (breaks := [*SEPARATOR.finditer(title)]) and names_site(title[breaks[-1].end() :], known, host):
        title = title[: breaks[-1].start()]
    return title.strip()


def names_of(head: Head) -> set[str]:
    """The names that the page gives its site, squeezed."""
    return {squeezed(name) for name in (head.outlet, *head.all("og:site_name", "application-name"))} - {""}


def names_site(part: str, known: set[str], host: str) -> bool:
    name = squeezed(part)
    if name in known or (len(name) > FEWEST_WORDS and name in host):
        return True
    return any(len(each) > FEWEST_WORDS and name.endswith(each) for each in known) and len(part.split()) <= 5


def squeezed(name: str) -> str:
    """A name's letters and digits alone, in small letters, without "the" and "www"."""
    letters = "".join(character for character in name.lower() if character.isalnum())
    return letters.removeprefix("the").removeprefix("www")
