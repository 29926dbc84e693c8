"""The live page of an occurrence, opened at the words where the archived page proves that this works."""

import logging
from urllib.parse import unquote, urldefrag

from django.core.cache import cache

from archive.captures import load
from archive.errors import CaptureError
from archive.scrapers.base import Page
from archive.scrapers.encoding import decode

from .live_address import live_address
from .models import Occurrence
from .text_fragments import fragment_for, text_blocks

RETRY = 300  # seconds: a capture that cannot be read now may be restored

log = logging.getLogger(__name__)


def text_directive(occurrence: Occurrence) -> str:
    """``#:~:text=...`` as checked against the capture that the occurrence was read in, or ``""``.

    Captures and readings never change, so an answer is kept for as long as the offsets are the same.
    """
    key = f"text-directive:{occurrence.reading_id}:{occurrence.start}:{occurrence.end}"
    known = cache.get(key)
    if known is None:
        known = checked_directive(occurrence)
        cache.set(key, known, timeout=None if known else RETRY)
    return "" if occurrence.article.hides(unquote(known)) else known


def checked_directive(occurrence: Occurrence) -> str:
    capture = occurrence.reading.capture
    try:
        page = load(capture)
    except CaptureError as error:
        log.warning("No text fragment for occurrence %s: %s", occurrence.pk, error)
        return ""
    words = [occurrence.reading.text[start:end] for start, end in occurrence.segments]
    return fragment_for(blocks_of(page, capture.content_type), words, occurrence.prefix)


def blocks_of(page: Page, content_type: str) -> list[str]:
    text = decode(page.content, page.headers)
    return text_blocks(text) if "html" in content_type else text.splitlines()


def live_link(occurrence: Occurrence) -> str:
    """The article's own address with the directive; ``""`` where it is no web address."""
    link = live_address(occurrence.article)
    return urldefrag(link).url + text_directive(occurrence) if link else ""
