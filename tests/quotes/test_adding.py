"""Any article into the archive: by address or file, good and bad, through the command."""

import gzip
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from archive.models import Article, Capture
from quotes.adding import content_type
from quotes.models import Occurrence, Quote
from tests.archive.conftest import own_politeness, server
from tests.archive.pages import page, text
from tests.archive.server import reply

__all__ = ["own_politeness", "server"]
pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "https://slate.example/bridge"


def add(*args) -> str:
    out = StringIO()
    call_command("add", *args, stdout=out)
    return out.getvalue()


def html(content: bytes, **headers) -> bytes:
    return reply(content, content_type="text/html; charset=utf-8", **headers)


def test_add_of_an_address_stores_the_article_and_its_quotes(server):
    server.answers["/bridge"] = html(page())

    assert add(server.url("/bridge")) == "Council votes for the bridge: new, 2 quotes\n"

    speakers = Quote.objects.order_by("pk").values_list("text", "speaker__name")
    assert list(speakers) == [
        ("We shall build the bridge, and we shall build it well,", "Karin Holm"),
        ("Nobody has asked the people who live beside the road,", "Per Lind"),
    ]


def test_add_twice_changes_nothing(server):
    server.answers["/bridge"] = html(page())
    add(server.url("/bridge"))
    before = list(Occurrence.objects.values())

    assert add(server.url("/bridge")) == "Council votes for the bridge: unchanged, 2 quotes\n"

    assert list(Occurrence.objects.values()) == before
    assert (Article.objects.count(), Capture.objects.count()) == (1, 1)


def test_add_of_a_changed_article_keeps_both_captures(server):
    corrected = [line.replace("build it well", "build it late") for line in text()]
    server.answers["/bridge"] = [html(page()), html(page(paragraphs=corrected))]
    add(server.url("/bridge"))

    assert add(server.url("/bridge")) == "Council votes for the bridge: changed, 2 quotes\n"

    assert (Article.objects.count(), Capture.objects.count()) == (1, 2)
    assert Occurrence.objects.exclude(removed_at=None).get().exact.endswith("build it well,")


@pytest.mark.parametrize("options", [[], ["--url", ADDRESS]])
def test_add_of_a_saved_page_is_marked_as_supplied(tmp_path, options):
    file = tmp_path / "bridge.html"
    file.write_bytes(page())

    assert add(str(file), "--supplied-by", "Ann Boe", *options) == (
        "Council votes for the bridge: supplied, 2 quotes\n"
    )

    capture = Capture.objects.get()
    assert (capture.origin, capture.supplied_by) == ("supplied", "Ann Boe")
    assert Article.objects.get().link == (ADDRESS if options else "")


def test_add_of_a_saved_page_names_nobody_who_did_not_give_a_name(tmp_path):
    file = tmp_path / "bridge.html"
    file.write_bytes(page())

    add(str(file))

    assert Capture.objects.get().supplied_by == "command"  # "handed in by command", never the account's name


def test_add_of_a_text_file_keeps_its_offsets(tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_text("A bridge at last\n\n" + "\n\n".join(text()))

    add(str(file))

    for occurrence in Occurrence.objects.all():
        assert file.read_text()[occurrence.start : occurrence.end] == occurrence.exact


def bad(server, name):
    """The address of something that is no article, and what the archive says of it."""
    nested = b"<html><body>" + b"<div>" * 10_000 + b"<p>deep</p>" + b"</div>" * 10_000
    answers = {
        "missing": reply(status="404 Not Found"),
        "pdf": reply(b"%PDF-1.7 ...", content_type="application/pdf"),
        "empty": html(b""),
        "nested": html(nested),
        "huge": html(gzip.compress(bytes(200_000_000)), content_encoding="gzip"),
    }
    server.answers[f"/{name}"] = answers[name]
    return server.url(f"/{name}")


@pytest.mark.parametrize(
    ("name", "says", "kept"),
    [
        ("missing", "404", 0),
        ("pdf", "PDF document, not a web page. What came is kept; to add its words", 1),
        ("empty", "empty", 1),
        ("nested", "nested", 1),
        ("huge", "MB", 0),
    ],
)
def test_add_of_what_is_no_article_says_why_and_leaves_a_row(server, name, says, kept):
    url = bad(server, name)

    with pytest.raises(CommandError) as error:
        add(url)

    article = Article.objects.get()
    assert says in str(error.value)
    assert str(error.value).count("\n") == 0
    assert str(error.value).startswith(article.last_error)
    assert article.last_error
    assert article.state in ("failed", "gone")
    assert (Capture.objects.count(), Quote.objects.count()) == (kept, 0)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://10.0.0.1/secret", "http://[::1]/", "http://2130706433/"]
)
def test_add_of_a_private_address_is_refused(url):
    with pytest.raises(CommandError, match="refuse|private|not public|forbid"):
        add(url)

    assert Article.objects.get().state == "failed"


def test_add_of_an_unreachable_address_is_tried_again_later(server):
    url = server.url("/slow")
    server.answers["/slow"] = lambda connection: connection.close()

    with pytest.raises(CommandError):
        add(url)

    article = Article.objects.get()
    assert (article.state, article.attempts, article.next_at is None) == ("failed", 1, False)


def test_add_of_no_file_says_so(tmp_path):
    with pytest.raises(
        CommandError, match=r"nothing.html cannot be read \(No such file or directory\): give a file"
    ):
        add(str(tmp_path / "nothing.html"))
    assert Article.objects.count() == 0


def test_add_of_an_address_of_another_scheme_says_what_to_give():
    with pytest.raises(CommandError, match="must start with http"):
        add("ftp://slate.example/bridge")
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"Words", "a.txt", "text/plain"),
        (b"Words", "a.html", "text/html"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "saved", "text/html"),
        (b"%PDF-1.7", "a.pdf", "application/pdf"),
        (b"\x89PNG\0\0", "a.txt", "application/octet-stream"),
    ],
)
def test_content_type_is_told_by_name_and_beginning(content, name, kind):
    assert content_type(content, name) == kind


def test_add_of_a_file_without_an_end_keeps_nothing():
    with pytest.raises(CommandError, match=r"^/dev/zero is larger than 20 MB: save the page without"):
        add("/dev/zero")
    assert not Capture.objects.exists()
