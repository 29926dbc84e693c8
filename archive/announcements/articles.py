"""Which addresses of a site look like those of articles. A guess, and only where nothing better says."""

import re
from urllib.parse import urlsplit

OTHER_PAGES = frozenset(
    """
    about account accounts author authors categories category comments contact contributors cookie cookies
    feed feeds gallery help index login newsletter newsletters page privacy profile register rss search shop
    sitemap subscribe tag tags terms topic topics user users wp-admin wp-content wp-json
    """.split()  # noqa: SIM905 -- a column of fifty lines hides the code
)
FILES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|css|js|xml|json|rss|ics)$")
ENDINGS = re.compile(r"\.(?:html?|shtml|php|aspx?|story|stm)$")
DATED = re.compile(r"/(?:19|20)[0-9]{2}[/-](?:0?[1-9]|1[0-2]|[a-z]{3})[/-]")
NUMBERED = re.compile(r"[0-9]{5}")
WORDS = re.compile(r"[^\W_]+")
WORDS_OF_A_SLUG = 4


def looks_like_article(url: str) -> bool:
    """A date in the path, a long number, or a last part of four words: ``/news/mayor-opens-new-bridge``."""
    path = urlsplit(url).path.lower().rstrip("/")
    parts = path.split("/")[1:]
    if not parts or OTHER_PAGES.intersection(parts[:2]) or FILES.search(path):
        return False
    last = ENDINGS.sub("", parts[-1])
    is_story = len(WORDS.findall(last)) >= WORDS_OF_A_SLUG or bool(NUMBERED.search(last))
    return last not in OTHER_PAGES and (is_story or bool(DATED.search(path)))
