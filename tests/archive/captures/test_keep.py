import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from archive.captures import files, load, preserve, strays, supply
from archive.captures.keep import sha256
from archive.errors import CaptureError
from archive.models import Article, Capture
from tests.archive.captures.test_files import content_of, files_end_at
from tests.archive.rows import NOON, make_article, make_response

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


def test_preserve_response():
    article = make_article()
    capture = preserve(article, make_response(b"<p>caf\xe9", url="https://gazette.example/final"))
    assert Capture.objects.values().get() == {
        "id": capture.pk,
        "article_id": article.pk,
        "origin": "fetched",
        "supplied_by": "",
        "user_id": None,
        "url": "https://gazette.example/final",
        "status": 200,
        "headers": {"content-type": "text/html", "etag": '"1"'},
        "content_type": "text/html",
        "sha256": sha256(b"<p>caf\xe9"),
        "length": 7,
        "warc": capture.warc,
        "record_id": capture.record_id,
        "fetched_at": NOON,
        "seen_at": NOON,
    }
    assert capture.warc.startswith("2026/03/02/")


def test_preserve_unchanged_content(folder):
    article = make_article()
    first = preserve(article, make_response())
    second = preserve(article, make_response(fetched_at=LATER))
    assert second == first
    assert Capture.objects.get().seen_at == second.seen_at == LATER
    sighting = first.warc.replace(".warc.gz", ".20260302T130000000000.warc.gz")
    assert content_of(folder) == sorted([first.warc, sighting])


def test_preserve_not_modified():
    article = make_article()
    first = preserve(article, make_response())
    again = preserve(article, make_response(b"", status=304, fetched_at=LATER))
    assert again == first
    assert Capture.objects.get().seen_at == LATER


def test_preserve_not_modified_of_nothing():
    with pytest.raises(CaptureError) as caught:
        preserve(make_article(), make_response(b"", status=304))
    assert str(caught.value) == (
        "https://gazette.example/story is said to be unchanged, but was never kept: fetch it anew."
    )


def test_preserve_late_answer_moves_nothing_back():
    article = make_article()
    preserve(article, make_response(fetched_at=LATER))
    preserve(article, make_response(fetched_at=NOON))
    assert Capture.objects.get().seen_at == LATER


def test_preserve_changed_content():
    article = make_article()
    contents = [b"Yes.", b"No.", b"Yes."]
    captures = [preserve(article, make_response(content, fetched_at=LATER)) for content in contents]
    assert [load(capture).content for capture in captures] == contents
    assert Capture.objects.count() == 3


def test_preserve_same_content_of_two_articles():
    for _ in range(2):
        preserve(make_article(), make_response())
    assert Capture.objects.count() == 2


def test_preserve_full_disk(folder):
    with files_end_at(100), pytest.raises(CaptureError):
        preserve(make_article(), make_response())
    assert Capture.objects.count() == 0
    assert content_of(folder) == []


def test_preserve_article_deleted_meanwhile(folder):
    article = make_article()
    Article.objects.filter(pk=article.pk).delete()
    with pytest.raises(Article.DoesNotExist):
        preserve(article, make_response())
    assert content_of(folder) == []


@pytest.mark.django_db(transaction=True)
def test_preserve_by_two_workers_at_once(folder, monkeypatch):
    """Both write their file before either registers it: one capture remains, with one file."""
    article = make_article()
    both_written = threading.Barrier(2)
    write = files.write
    monkeypatch.setattr(files, "write", lambda *args: (write(*args), both_written.wait()))

    def work(_):
        try:
            return preserve(article, make_response())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(work, range(2))
    assert first == second == Capture.objects.get()
    assert content_of(folder) == [first.warc]


def test_supply_saved_copy():
    article = make_article()
    user = get_user_model().objects.create(username="ann")
    capture = supply(
        article,
        b"The mayor said: No.",
        url=article.url,
        content_type="text/plain; charset=utf-8",
        supplied_by="Ann Example",
        user=user,
    )
    kept = Capture.objects.get()
    assert kept == capture
    assert (kept.origin, kept.supplied_by, kept.user, kept.status) == ("supplied", "Ann Example", user, 0)
    page = load(kept)
    assert (page.content, page.url) == (b"The mayor said: No.", article.url)
    assert page.headers == {"content-type": "text/plain; charset=utf-8"}


def test_supply_twice(folder):
    article = make_article()
    values = {"url": article.url, "content_type": "text/html", "supplied_by": "Ann"}
    assert supply(article, b"<p>No.", **values) == supply(article, b"<p>No.", **values)
    assert len(content_of(folder)) == 1


def test_supply_with_line_breaks_everywhere():
    article = make_article()
    capture = supply(
        article,
        b"No.",
        url="https://gazette.example/a\r\nWARC-Type: response",
        content_type="text/html\r\nX: y",
        supplied_by="Ann\r\nsoftware: none",
    )
    assert load(capture).content == b"No."


DATABASE = ["ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS"]
KILLED = """
import os, signal, sys
import django
django.setup()
from archive.captures import files, keep
from archive.models import Article
from tests.archive.rows import make_response

moment = sys.argv[1]
die = lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGKILL)
if moment == "writing":
    keep.warc.write_fetched = lambda out, *args: (out.write(b"half"), out.flush(), die())
if moment == "before the name":
    files.Path.rename = die
if moment == "before the row":
    keep._register = die
if moment == "within the transaction":
    keep.Capture.objects.create = die
keep.preserve(Article.objects.get(), make_response())
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("moment", "left"),
    [("writing", 0), ("before the name", 0), ("before the row", 1), ("within the transaction", 1)],
)
def test_preserve_killed(folder, moment, left):
    """Whatever moment a worker is killed at: no row without its file, and the next one is not disturbed."""
    article = make_article()
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.archive.captures.killed_settings",
        "KILLED_DATABASE": json.dumps({name: connection.settings_dict[name] for name in DATABASE}),
        "KILLED_CAPTURES": str(folder),
    }
    killed = subprocess.run([sys.executable, "-c", KILLED, moment], env=environment, check=False)
    assert killed.returncode == -9
    assert Capture.objects.count() == 0
    assert len(list(strays())) == left
    assert files.sweep(older_than=-60) == 1 - left
    capture = preserve(article, make_response())
    assert load(capture).content == make_response().content
    assert len(list(strays())) == left
