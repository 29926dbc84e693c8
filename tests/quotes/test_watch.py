"""An article that changes, loses a quote, disappears and comes back, and what the quote's page then says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive.collect import article_at, collect_article
from archive.models import Article, Capture
from quotes.models import Change, Occurrence, Quote, ReviewItem
from quotes.watch import Page, is_cut, successors
from tests.archive.conftest import own_politeness, server
from tests.archive.pages import page, text
from tests.archive.server import reply
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

__all__ = ["own_politeness", "server"]
pytestmark = pytest.mark.django_db(transaction=True)

BRIDGE = "We shall build the bridge, and we shall build it well,"
WELL, LATE = "and we shall build it well", "but nobody will build it before the thaw"
EDIT = f"We shall build the bridge, {LATE},"
GONE = reply(status="410 Gone")


def html(*replaced: tuple[str, str]) -> bytes:
    lines = text()
    for old, new in replaced:
        lines = [line.replace(old, new) for line in lines]
    return reply(page(paragraphs=[line for line in lines if line]), content_type="text/html")


EDITED = html((WELL, LATE))
REMOVED = html(
    ("“We shall build the bridge, and we shall build it well,” said the mayor, Karin Holm, after", "")
)


def look(server, *answers: bytes) -> Article:
    """The article, collected once for each answer of its server, a day apart."""
    server.answers["/a"] = list(answers)
    article = article_at(server.url("/a"))
    for number in range(len(answers)):
        collect_article(Article.objects.get(pk=article.pk))
        if number < len(answers) - 1:
            set_back(article)
    article.refresh_from_db()
    return article


def set_back(article: Article) -> None:
    """All that was seen of it so far happened a day earlier."""
    for capture in Capture.objects.filter(article=article):
        day = timedelta(days=1)
        Capture.objects.filter(pk=capture.pk).update(
            fetched_at=capture.fetched_at - day, seen_at=capture.seen_at - day
        )


def page_of(client, words: str) -> str:
    quote = Quote.objects.get(text=words)
    return " ".join(client.get(quote.get_absolute_url()).content.decode().split())


def changes() -> list[tuple[str, str, str]]:
    rows = Change.objects.order_by("pk").select_related("occurrence", "successor")
    return [(row.kind, row.occurrence.exact, row.successor.exact if row.successor else "") for row in rows]


def test_unchanged_article(server, client):
    look(server, html(), html())

    assert changes() == []
    assert "Unchanged when the archive last looked, on" in page_of(client, BRIDGE)


def test_article_looked_at_once_says_nothing_of_later(server, client):
    look(server, html())

    assert "when the archive last looked" not in page_of(client, BRIDGE)


def test_edited_quote(server, client):
    look(server, html(), EDITED)

    assert changes() == [("edited", BRIDGE, EDIT)]
    item = ReviewItem.objects.get(reason="edited in source")
    assert (item.occurrence.exact, item.note) == (BRIDGE, f"Now: {EDIT}")
    old, new = page_of(client, BRIDGE), page_of(client, EDIT)
    assert "Edited in the article" in old
    assert "<del>and we shall</del> <ins>but nobody will</ins> build it <del>well,</del>" in old
    assert Quote.objects.get(text=EDIT).get_absolute_url() in old
    assert "Printed otherwise before" in new
    assert Quote.objects.get(text=BRIDGE).get_absolute_url() in new


def test_edit_that_leaves_the_quote_the_same_is_shown_on_its_page(server, client):
    look(server, html(), html(("build it well", "build it late")))

    shown = page_of(client, BRIDGE)

    assert Quote.objects.filter(text__contains="bridge").count() == 1
    assert "It now prints other words" in shown
    assert "<del>well,</del> <ins>late,</ins>" in shown


def test_removed_quote(server, client):
    look(server, html(), REMOVED)

    assert changes() == [("removed", BRIDGE, "")]
    assert "Removed from the article" in page_of(client, BRIDGE)
    assert ReviewItem.objects.filter(reason="removed from source").count() == 1


def test_removed_quote_that_is_printed_again(server, client):
    look(server, html(), REMOVED, html())

    assert changes() == [("removed", BRIDGE, ""), ("returned", BRIDGE, "")]
    assert "Gone from the source for a time; back" in page_of(client, BRIDGE)
    assert Occurrence.objects.get(exact=BRIDGE).removed_at is None


def test_source_gone_for_good(server, client):
    article = look(server, html(), GONE, GONE)

    assert article.state == "gone"
    assert [kind for kind, *_ in changes()] == ["gone", "gone"]
    assert "Source gone" in page_of(client, BRIDGE)
    assert Capture.objects.count() == 1


def test_source_that_is_back(server, client):
    look(server, html(), GONE, html())

    assert [kind for kind, *_ in changes()] == ["gone", "gone", "back", "back"]
    assert "back when the archive looked on" in page_of(client, BRIDGE)


def test_source_that_is_back_without_the_quote(server):
    look(server, html(), GONE, REMOVED)

    kinds = [kind for kind, words, _ in changes() if words == BRIDGE]
    assert kinds == ["gone", "removed"]


def test_words_of_a_withdrawn_quote_are_not_shown_as_an_edit(server, client):
    look(server, html(), EDITED)
    Quote.objects.filter(text=EDIT).update(status="withdrawn")

    shown = page_of(client, BRIDGE)

    assert "Edited in the article" in shown
    assert "thaw" not in shown.partition("Printed once")[2].partition("<h2")[0]


def test_decided_quote_keeps_its_words_when_the_source_is_edited(server):
    server.answers["/a"] = [html(), EDITED]
    article = article_at(server.url("/a"))
    collect_article(article)
    Occurrence.objects.filter(exact=BRIDGE).update(review="confirmed")

    collect_article(Article.objects.get(pk=article.pk))

    kept = Occurrence.objects.get(exact=BRIDGE)
    assert (kept.review, kept.removed_at is None) == ("confirmed", False)


def test_article_with_quotes_is_looked_at_again(server):
    article = look(server, html())

    assert (article.watched, article.next_at) == (True, article.created_at + timedelta(hours=1))


def test_article_without_quotes_is_not_looked_at_again(server):
    plain = [line for line in text() if "“" not in line]
    article = look(server, reply(page(paragraphs=plain), content_type="text/html"))

    assert (article.state, article.watched, article.next_at) == ("read", False, None)


def test_article_is_collected_when_its_hour_is_over(server):
    article = look(server, html())
    Article.objects.update(next_at=timezone.now())

    assert list(Article.objects.due()) == [article]


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ('He said "it RAINED all day long" again.', True),
        ("It rained all day.", False),
        ("It rained all day longer.", False),
    ],
)
def test_page_prints_words_whatever_their_case_and_marks(text, prints):
    assert Page(text).prints(make_occurrence("It rained all day long")) is prints


def test_page_prints_few_words_only_where_they_stood():
    occurrence = make_occurrence("No", reading=make_reading("“No,” she said. No one heard."), prefix="“")

    assert (Page("“No,” he said.").prints(occurrence), Page("No one came.").prints(occurrence)) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("one", "other", "cut"),
    [
        ("It rained all day", "It rained all day, and all night", True),
        ("It rained", "It rained all day", False),
        ("It rained all day", "It snowed all day and all night", False),
    ],
)
def test_is_cut(one, other, cut):
    assert (is_cut(one, other), is_cut(other, one)) == (cut, cut)


def test_successors_takes_the_likest_and_no_one_twice():
    ann, bob = make_speaker("Ann Boe"), make_speaker("Bob Coe")
    old = make_occurrence("The ferry will sail before the snow", speaker=ann)
    twin = make_occurrence("The ferry will sail after the thaw", speaker=ann)
    like = make_occurrence("The ferry will sail before the snows", speaker=ann)
    others = make_occurrence("The ferry might not sail before noon", speaker=bob)

    assert successors([twin, old], [others, like]) == {old: like}
