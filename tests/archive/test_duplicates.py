import pytest

from archive.captures import verify
from archive.collect import article_at, collect_article, collect_feed
from archive.duplicates import article_with, key_of
from archive.models import Address, Article, Capture, Feed, Outlet, Reading
from quotes.models import Occurrence

from .pages import feed as rss
from .pages import page, text
from .server import reply

pytestmark = pytest.mark.django_db(transaction=True)
LINK = b'<head><link rel="canonical" href="%s">'


AMP = b'<head><link rel="amphtml" href="%s">'
HANDHELD = b'<head><link rel="alternate" media="only screen and (max-width: 640px)" href="%s">'


def html(content: bytes = page(), canonical: str = "", link: bytes = LINK) -> bytes:
    link = link % canonical.encode() if canonical else b"<head>"
    return reply(content.replace(b"<head>", link), content_type="text/html")


def collected(url: str) -> tuple[str, Article]:
    outcome = collect_article(article_at(url))
    return outcome.state, outcome.article


def test_article_whose_canonical_address_is_known_is_folded_into_that(server):
    server.answers |= {"/news/a": html(), "/print?id=7": html(canonical=server.url("/news/a"))}
    _, original = collected(server.url("/news/a"))
    assert collected(server.url("/print?id=7")) == ("unchanged", original)
    assert list(Article.objects.all()) == [original] == [article_at(server.url("/print?id=7"))]
    assert (original.captures.count(), Reading.objects.count()) == (2, 2)
    assert {occurrence.article for occurrence in Occurrence.objects.filter(removed_at=None)} == {original}
    for capture in Capture.objects.all():
        verify(capture)


def test_article_that_another_has_named_as_canonical_is_folded_into_that(server):
    server.answers |= {"/print?id=7": html(canonical=server.url("/news/a")), "/news/a": html()}
    _, original = collected(server.url("/print?id=7"))
    assert collected(server.url("/news/a")) == ("unchanged", original)
    assert list(Article.objects.all()) == [original] == [article_at(server.url("/news/a"))]
    assert (original.captures.count(), Reading.objects.count()) == (2, 2)


def test_article_that_a_page_with_other_words_has_named_as_canonical_stays_itself(server):
    other = page("Else", [f"Line {n} of quite another matter." for n in range(40)])
    server.answers |= {"/news/b": html(other, server.url("/news/a")), "/news/a": html()}
    articles = [collected(server.url(path))[1] for path in ("/news/b", "/news/a")]
    assert list(Article.objects.order_by("pk")) == articles


def test_article_whose_redirect_ends_at_a_known_one_is_folded_into_that(server):
    server.answers |= {"/news/a": html(), "/7": reply(status="301 Moved", location="/news/a")}
    _, original = collected(server.url("/news/a"))
    assert collected(server.url("/7")) == ("unchanged", original)
    assert (Article.objects.count(), original.captures.count()) == (1, 1 + 1)


def test_article_that_was_redirected_is_known_at_both_addresses(server):
    server.answers |= {"/news/a": html(), "/7": reply(status="301 Moved", location="/news/a")}
    _, article = collected(server.url("/7"))
    assert article_at(server.url("/news/a/?utm_source=rss")) == article
    assert article.url == server.url("/7")


def test_article_with_a_wrong_canonical_address_stays_itself(server):
    server.answers["/news/a"] = html()
    server.answers["/news/b"] = html(
        page("Else", [f"Line {n} of quite another matter." for n in range(40)]), server.url("/news/a")
    )
    articles = [collected(server.url(path))[1] for path in ("/news/a", "/news/b")]
    assert list(Article.objects.order_by("pk")) == articles


@pytest.mark.parametrize("link", [AMP, HANDHELD])
def test_article_whose_variant_was_found_first_is_folded_into_that(server, link):
    server.answers |= {"/quick/7": html(), "/news/a": html(canonical="/quick/7", link=link)}
    _, variant = collected(server.url("/quick/7"))
    assert collected(server.url("/news/a")) == ("unchanged", variant)
    assert list(Article.objects.all()) == [variant] == [article_at(server.url("/news/a"))]


@pytest.mark.parametrize(
    "canonical", ["/", "/news/other", "http://gazette.example/news/a", "http://[", "javascript:1"]
)
def test_article_with_a_hostile_canonical_address_or_variant_stays_itself(server, canonical):
    other = html(page("Else", [f"Line {n} of quite another matter." for n in range(40)]))
    server.answers |= {"/news/other": other, "/": other}
    collected(server.url("/news/other"))
    collected(server.url("/"))
    address = server.url(canonical) if canonical.startswith("/") else canonical
    for number, link in enumerate((LINK, AMP)):
        place = page(f"Vote {number}", text(f"Place{number}" * 9))
        server.answers[f"/news/{number}"] = html(place, address, link)
        assert collected(server.url(f"/news/{number}"))[0] == "new"


def test_article_with_an_unknown_canonical_address_keeps_that_free(server):
    server.answers["/news/a"] = html(canonical=server.url("/news/b"))
    _, article = collected(server.url("/news/a"))
    assert article_with(key_of(server.url("/news/b"))) is None
    assert not Address.objects.exists()


def test_article_of_another_outlet_is_never_folded(server):
    outlet = Outlet.objects.create(name="The Gazette", slug="gazette", host="gazette.example")
    server.answers |= {"/news/a": html(), "/print/a": html(canonical=server.url("/news/a"))}
    collected(server.url("/news/a"))
    collect_article(article_at(server.url("/print/a"), outlet=outlet))
    stories = Article.objects.values_list("story", flat=True).distinct()
    assert (Article.objects.count(), stories.count()) == (2, 1)


def test_feed_that_announces_a_further_address_finds_nothing_new(server):
    server.answers |= {
        "/news/a": html(),
        "/7": reply(status="301 Moved", location="/news/a"),
        "/feed": reply(rss(server.url("/news/a"), server.url("/7"))),
    }
    _, article = collected(server.url("/7"))
    feed = Feed.objects.create(outlet=article.outlet, url=server.url("/feed"))
    assert collect_feed(feed).new == 0


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.example.org/a#b", "example.org/a"),
        ("https://example.org/", ""),
        ("https://example.org/?page=1", ""),
        ("/a", ""),
        ("", ""),
    ],
)
def test_key_of(url, key):
    assert key_of(url) == key
