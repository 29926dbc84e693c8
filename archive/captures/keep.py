"""Keep what was fetched or supplied: first the file, safely on the disk, then the row that tells of it."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any, BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.errors import CaptureError
from archive.fetch import Response
from archive.models import Article, Capture

from . import files, warc


def preserve(article: Article, response: Response) -> Capture:
    """The capture of this response: a new one, or the article's newest if it holds the same content.

    Raises ``CaptureError`` where it cannot be kept; then nothing is left of it, in files or rows.
    """
    digest = sha256(response.content)
    newest = article.newest_capture
    if response.not_modified and newest is None:
        raise CaptureError(f"{response.url} is said to be unchanged, but was never kept: fetch it anew.")
    if newest is not None and (response.not_modified or newest.sha256 == digest):
        return seen_again(newest, response)
    kept = warc.Kept(warc.new_id(), response.url, digest, response.fetched_at)
    return _keep(
        article,
        kept,
        lambda out: warc.write_fetched(out, response, kept),
        origin=Capture.Origin.FETCHED,
        status=response.status,
        headers=dict(response.headers),
        content_type=response.content_type[:200],
        length=len(response.content),
    )


def supply(
    article: Article,
    content: bytes,
    *,
    url: str,
    content_type: str,
    supplied_by: str,
    user: AbstractBaseUser | None = None,
) -> Capture:
    """The capture of what a person handed in, marked as such; the newest if it holds the same content.

    Its status is 0, as no server gave one. Raises ``CaptureError`` as ``preserve`` does.
    """
    digest = sha256(content)
    newest = article.newest_capture
    if newest is not None and newest.sha256 == digest:
        return newest
    kept = warc.Kept(warc.new_id(), url, digest, timezone.now())
    return _keep(
        article,
        kept,
        lambda out: warc.write_supplied(out, content, content_type, supplied_by, kept),
        origin=Capture.Origin.SUPPLIED,
        supplied_by=supplied_by[:200],
        user=user,
        status=0,
        headers={"content-type": content_type},
        content_type=content_type[:200],
        length=len(content),
    )


def seen_again(capture: Capture, response: Response) -> Capture:
    """Record that the source still had this content when the response came."""
    kept = warc.Kept(capture.record_id, capture.url, capture.sha256, capture.fetched_at)
    files.write(
        files.sighting_name(capture, response.fetched_at),
        lambda out: warc.write_sighting(out, response, kept),
    )
    _move_forward(capture, response.fetched_at)
    return capture


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _move_forward(capture: Capture, moment: datetime) -> None:
    if moment > capture.seen_at:
        Capture.objects.filter(pk=capture.pk, seen_at__lt=moment).update(seen_at=moment)
        capture.seen_at = moment


def _keep(article: Article, kept: warc.Kept, fill: Callable[[BinaryIO], None], **fields: Any) -> Capture:
    """The file first: a kill in between leaves a file without a row, never a row without its file."""
    name = files.new_name(kept.fetched_at)
    files.write(name, fill)
    try:
        capture = _register(article, kept, name, fields)
    except BaseException:
        files.remove(files.root() / name)
        raise
    if capture.warc != name:  # another worker was first with the same content
        files.remove(files.root() / name)
    return capture


def _register(article: Article, kept: warc.Kept, name: str, fields: dict[str, Any]) -> Capture:
    with transaction.atomic():
        Article.objects.select_for_update().filter(pk=article.pk).values_list("pk").get()
        newest = article.newest_capture
        if newest is not None and newest.sha256 == kept.sha256:
            return newest
        return Capture.objects.create(
            article=article,
            url=kept.url,
            sha256=kept.sha256,
            warc=name,
            record_id=kept.record_id,
            fetched_at=kept.fetched_at,
            seen_at=kept.fetched_at,
            **fields,
        )
