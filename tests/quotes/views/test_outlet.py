"""Outlets and their articles."""

import pytest
from django.urls import reverse

from tests.quotes.rows import make_article, make_capture, make_occurrence, make_outlet, make_reading

pytestmark = pytest.mark.django_db


def print_quote(outlet, words="It rained", **values):
    reading = make_reading(
        f"“{words},” she said.", capture=make_capture(make_article(outlet=outlet, **values))
    )
    return make_occurrence(words, reading=reading)


def test_outlets_page_counts_articles_and_public_quotes(client):
    outlet = make_outlet(name="The Gazette")
    print_quote(outlet)
    hidden = print_quote(outlet, "It snowed").quote
    hidden.status = "rejected"
    hidden.save()
    make_article(outlet=outlet, state="pending")

    [row] = client.get(reverse("outlets")).context["outlets"]

    assert (row.name, row.articles_read, row.number) == ("The Gazette", 2, 1)


def test_outlet_page_lists_its_articles_with_their_quotes(client):
    outlet = make_outlet()
    print_quote(outlet, title="Rain")

    page = client.get(reverse("outlet", args=[outlet.slug])).context["page"]

    assert [(article.title, article.number) for article in page] == [("Rain", 1)]


def test_outlet_page_never_links_to_what_is_no_web_address(client):
    outlet = make_outlet(homepage="javascript:alert(1)")

    assert "javascript:" not in client.get(reverse("outlet", args=[outlet.slug])).content.decode()


def test_outlets_page_takes_a_constant_number_of_queries(queries_of):
    print_quote(make_outlet())
    once = queries_of(reverse("outlets"))
    for _ in range(29):
        print_quote(make_outlet())

    assert queries_of(reverse("outlets")) == once


def test_outlet_page_takes_a_constant_number_of_queries(queries_of):
    outlet = make_outlet()
    print_quote(outlet)
    once = queries_of(reverse("outlet", args=[outlet.slug]))
    for _ in range(29):
        print_quote(outlet)

    assert queries_of(reverse("outlet", args=[outlet.slug])) == once
