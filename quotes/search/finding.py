"""Searches: from what somebody typed to a page of quotes."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .engine import Engine, Found
from .errors import CursorError, IndexBroken, IndexMissing, RebuildRunning
from .following import follow
from .gathering import findable
from .parser import Parsed, is_wordless, parse
from .query import SearchQuery, SearchResult
from .suggestions import Suggestions, did_you_mean, suggest_names
from .tantivy_engine import TantivyEngine
from .upkeep import upkeep

REBUILT_AT_ONCE = 2000  # quotes: about a second

log = logging.getLogger(__name__)


def engine() -> Engine:
    """Over this installation's index."""
    return engine_at(Path(settings.INDEX_DIR))


@lru_cache(maxsize=4)
def engine_at(path: Path) -> TantivyEngine:
    return TantivyEngine(path)


def search(query: SearchQuery) -> SearchResult:
    """Quotes, counts and facets; never fails: where there is no answer, ``problem`` says why."""
    parsed = parse(query.text)
    if is_wordless(query.text):
        return SearchResult()
    try:
        return answer(query, parsed)
    except (IndexMissing, IndexBroken) as error:
        log.warning("%s", error)
    if mended():
        return answer(query, parsed)
    problem = _("The search index is being built. Please try again in a moment.")
    return SearchResult(understood=list(parsed.terms), problem=problem)


def answer(query: SearchQuery, parsed: Parsed) -> SearchResult:
    found = page_of(query, parsed)
    return SearchResult(
        hits=found.hits,
        total=found.total,
        facets=found.facets,
        understood=list(parsed.terms),
        suggestion="" if found.total else did_you_mean(engine(), query, parsed),
        next_cursor=found.next_cursor,
        previous_cursor=found.previous_cursor,
    )


def page_of(query: SearchQuery, parsed: Parsed) -> Found:
    try:
        return engine().search(query, parsed.node)
    except CursorError:
        return engine().search(query.but(cursor=None, offset=0), parsed.node)


def mended() -> bool:
    """Make a missing index again: at once if the archive is small, otherwise somebody does it meanwhile."""
    if findable()[REBUILT_AT_ONCE:].exists():
        follow_later()
        return False
    try:
        upkeep().rebuild()
    except RebuildRunning:
        return False
    return True


def follow_later() -> None:
    if settings.INDEX_FOLLOWS == "background":
        follow()


def suggest(typed: str, limit: int = 6) -> Suggestions:
    """Speakers and outlets whose names go on as somebody has begun to type; never fails."""
    try:
        return suggest_names(engine(), typed, limit)
    except (IndexMissing, IndexBroken):
        return Suggestions()
