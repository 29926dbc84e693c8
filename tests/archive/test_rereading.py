import pytest

from archive import readings
from archive.captures import preserve
from archive.errors import ReadError
from archive.models import Article, Capture, Reading
from archive.readings import read
from archive.rereading import outdated, reread

from .rows import make_article, make_response
from .verbatim import Verbatim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newer(monkeypatch):
    """The scraper of today is a second version."""
    monkeypatch.setattr(readings, "scraper_for", lambda *_, **__: Verbatim("2"))


def test_outdated_are_captures_that_the_scraper_of_today_has_not_read(newer):
    old, new, unread = (preserve(make_article(), make_response(f"{n} page".encode())) for n in range(3))
    read(old, Verbatim("1"))
    read(new)
    assert list(outdated(Capture.objects.all())) == [old, unread]


def test_reread_keeps_the_old_reading(newer):
    capture = preserve(make_article(), make_response(b"One page"))
    old = read(capture, Verbatim("1"))
    new = reread(capture)
    assert list(Reading.objects.order_by("pk")) == [old, new]
    assert Article.objects.get().title == "Title 2"
    assert list(outdated(Capture.objects.all())) == []


def test_reread_what_no_scraper_could_read_clears_the_failure(newer):
    article = make_article()
    article.failed("No article was found on the page.", final=True)
    article.state = Article.State.FAILED
    article.save()
    reread(preserve(article, make_response(b"One page")))
    article.refresh_from_db()
    assert (article.state, article.attempts, article.last_error) == (Article.State.READ, 0, "")


def test_reread_what_cannot_be_read_leaves_all_as_it_was():
    capture = preserve(make_article(), make_response(b"\x89PNG"))
    with pytest.raises(ReadError):
        reread(capture)
    assert Reading.objects.count() == 0


def test_reread_refused_is_asked_again_of_a_newer_scraper_only(monkeypatch):
    capture = preserve(make_article(), make_response(b"\x89PNG"))
    for _ in range(2):
        with pytest.raises(ReadError):
            reread(capture)
    assert capture.refusals.get().reason == "This is a picture, not a web page."
    assert list(outdated(Capture.objects.all())) == []
    monkeypatch.setattr(readings, "scraper_for", lambda *_, **__: Verbatim("2"))
    assert list(outdated(Capture.objects.all())) == [capture]
