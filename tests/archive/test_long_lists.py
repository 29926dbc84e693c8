"""Lists of the admin over long tables: what a search finds, and how far one counts."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import long_lists
from archive.models import Article, Outlet, Story
from archive.rows import insert
from quotes.models import IndexChange, Occurrence, Speaker
from tests.quotes.rows import make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


def found(model, words):
    """The rows that the list of this model finds."""
    model_admin = admin.site._registry[model]
    rows, _ = model_admin.get_search_results(RequestFactory().get("/"), model._default_manager.all(), words)
    return sorted(rows, key=lambda row: row.pk)


@pytest.fixture(params=["rare", "common"])
def whichever(request, monkeypatch):
    """What is found is remembered by its numbers, or there is too much of it."""
    monkeypatch.setattr(long_lists, "MOST_REMEMBERED", 500 if request.param == "rare" else 0)


@pytest.mark.usefixtures("whichever")
@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("ferry", ["Ferry late again", "The FERRY is late"]),
        ("late ferry", ["Ferry late again", "The FERRY is late"]),
        ('"ferry late"', ["Ferry late again"]),
        ('"ferry', []),
        ("100%", ["Up by 100% in a year"]),
        ("_", []),
        ("hovercraft", []),
        ("  ", ["Ferry late again", "The FERRY is late", "Up by 100% in a year"]),
    ],
)
def test_search_finds_rows_with_every_word_anywhere(words, titles):
    for title in ("Ferry late again", "The FERRY is late", "Up by 100% in a year"):
        make_article(title=title)

    assert [article.title for article in found(Article, words)] == titles


@pytest.mark.usefixtures("whichever")
def test_search_looks_into_what_a_row_belongs_to_and_what_belongs_to_it():
    story = Story.objects.create()
    for number in range(2):
        make_article(story=story, title=f"Ferry sinks {number}")
    reading = make_reading("“It rained,” she said.", capture=make_capture(make_article(title="Ferry sails")))
    printed = make_occurrence(reading=reading, speaker=make_speaker("Amara Osei"))
    make_occurrence(speaker=make_speaker("Ines Prado"))

    assert found(Story, "ferry") == [story]
    assert found(Occurrence, "sails") == [printed]
    assert found(Occurrence, "amara sails") == [printed]
    assert found(Speaker, "osei") == [printed.speaker]


def test_search_takes_a_field_as_it_is_where_the_list_says_so():
    insert(IndexChange, ["quote_id"], [[7], [77]])

    assert [row.quote_id for row in found(IndexChange, "7")] == [7]


def test_what_is_rare_is_looked_for_once(admin_client):
    make_article(title="Ferry late again")
    with CaptureQueriesContext(connection) as executed:
        admin_client.get(reverse("admin:archive_article_changelist"), {"q": "hovercraft"})

    looking = [query["sql"] for query in executed if "hovercraft" in query["sql"]]
    assert len(looking) == 1


@pytest.mark.parametrize(("rows", "told"), [(3, "more than 2 outlets"), (2, "2 outlets"), (1, "1 outlet")])
def test_list_counts_so_far_and_says_so(rows, told, admin_client, monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_COUNTED", 2)
    for number in range(rows):
        Outlet.objects.create(name=f"Gazette {number}", slug=f"g-{number}", host=f"{number}.example")

    page = admin_client.get(reverse("admin:archive_outlet_changelist")).content.decode()

    paginator = " ".join(page[page.index('<p class="paginator">') :].partition("</p>")[0].split())
    assert paginator.removeprefix('<p class="paginator"> ') == told


def test_far_page_of_a_list_that_is_counted_so_far_opens(admin_client, monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_COUNTED", 101)
    insert(IndexChange, ["quote_id"], [[number] for number in range(150)])

    answer = admin_client.get(reverse("admin:quotes_indexchange_changelist"), {"p": 2})

    assert len(answer.context["cl"].result_list) == 1


def test_search_for_more_words_than_a_database_takes_is_cut(admin_client):
    make_article(title="Ferry late again")

    answer = admin_client.get(reverse("admin:archive_article_changelist"), {"q": "ferry " * 2000})

    assert [str(row) for row in answer.context["cl"].result_list] == ["Ferry late again"]
