"""Who in Wikidata a speaker may be: candidates for a curator to choose from. Off unless WIKIDATA says so.

A speaker's name leaves the archive this way, to the address in the setting, and only when a curator asks.
"""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from archive.fetch import fetch

from .errors import QuoteError
from .models import Speaker

MOST = 10


class WikidataError(QuoteError):
    """Wikidata cannot be asked, or did not answer as it should; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item: its id ("Q42"), its label, and what Wikidata says that it is."""

    qid: str
    label: str
    description: str


def candidates(name: str, language: str = "en") -> list[Candidate]:
    """The items of this name, most likely first (``wbsearchentities`` of the MediaWiki API).

    Raises ``WikidataError``, or a ``FetchError`` where the network or the guard says no.
    """
    if not settings.WIKIDATA:
        raise WikidataError("Asking Wikidata is switched off: set WIKIDATA to the address of its API.")
    asked = {
        "action": "wbsearchentities",
        "search": name,
        "language": language,
        "type": "item",
        "limit": MOST,
        "format": "json",
    }
    answer = fetch(f"{settings.WIKIDATA}?{urlencode(asked)}", kind="api")
    try:
        found = json.loads(answer.content)["search"]
        return [candidate(item) for item in found]
    except (ValueError, KeyError, TypeError) as error:
        raise WikidataError("Wikidata answered with something that is no list: try again later.") from error


def candidate(item: dict) -> Candidate:
    return Candidate(item["id"], item.get("label", item["id"]), item.get("description", ""))


def identify(speaker: Speaker, chosen: Candidate) -> None:
    """Set the speaker's id, and what Wikidata says of them where the archive says nothing."""
    speaker.wikidata = chosen.qid
    speaker.description = speaker.description or chosen.description[:500]
    speaker.locked = sorted({*speaker.locked, "wikidata", "description"})
    speaker.save()
