"""The pages of curators that are measured are all there; the measuring itself opens every one of them."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model

from archive.records import BATCH
from quotes.benchmark import curated, visits
from quotes.benchmark.corpus import Corpus
from quotes.benchmark.curators import Curators, milliseconds, queries
from quotes.benchmark.rows import write_rows
from quotes.benchmark.visits import Visits
from quotes.models import Decision, Occurrence, Quote, ReviewItem

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


@pytest.fixture
def archive(monkeypatch):
    """A small one, curated for years."""
    monkeypatch.setattr(curated, "RUNS", 1)
    monkeypatch.setattr(curated, "SIGN_INS", 3)
    monkeypatch.setattr(visits, "FAR", 1)
    list(write_rows(Corpus(60)))
    curated.curate()


@pytest.fixture
def curators(archive):
    curators = Curators(60, "", print)
    user = get_user_model().objects.create_superuser("curator")
    curators.client.force_login(user)
    curators.visits = Visits(curators.client, user)
    return curators


def test_part_is_decided_with_its_history_and_the_rest_waits(archive):
    decided = Quote.objects.filter(status="confirmed")

    assert decided.count() == Decision.objects.count() == 6
    assert {quote.history.count() for quote in decided} == {2}
    assert Quote.objects.to_review().count() == 54
    assert not ReviewItem.objects.open().filter(occurrence__quote__in=decided).exists()
    for printed in Occurrence.objects.all()[:BATCH]:
        printed.check_verbatim()
    assert {len(printed.reading.paragraphs) for printed in Occurrence.objects.all()} == {4, 8}


def test_every_list_and_form_of_the_admin_is_visited_and_opens(curators):
    pages = list(curators.visits.all())
    names = {visit.name for visit in pages}

    assert {f"list: {model._meta.verbose_name_plural}" for model in admin.site._registry} <= names
    for visit in pages:
        assert milliseconds(visit) > 0, visit.name


def test_line_tells_the_queries_of_the_visit_alone(curators):
    lines = []
    curators.say = lines.append
    [visit] = [visit for visit in curators.visits.all() if visit.name == "queue: confirm, and the next"]

    curators.line(visit)

    *_, number = lines[0].split()
    assert int(number) == queries(visit)
