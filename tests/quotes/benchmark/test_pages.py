"""The pages that are measured are there; the measuring itself opens every one of them."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model

from archive.models import Topic
from quotes.benchmark.pages import Pages, curating, reading
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


@pytest.fixture
def archive():
    occurrence = make_occurrence(speaker=make_speaker())
    occurrence.article.topics.add(Topic.objects.create(name="Fishing", slug="fishing"))
    return occurrence


def test_every_list_of_the_admin_is_measured(archive):
    lists = [name for name, _ in curating() if name.startswith("list: ")]

    assert len(lists) == len(admin.site._registry)


def test_pages_for_readers_open(archive):
    pages = Pages(print)

    for name, address in reading():
        if name != "capture":  # its file is not there
            pages.get(address)


def test_a_line_tells_first_median_and_worst(archive):
    lines = []

    worst = Pages(lines.append).line("home", "/")

    name, first, median, most = lines[0].split()
    assert (name, worst) == ("home", pytest.approx(max(float(first), float(most)), abs=0.1))
    assert float(median) <= float(most)


def test_pages_for_curators_open(archive):
    pages = Pages(print)
    pages.client.force_login(get_user_model().objects.create_superuser("curator"))

    for _, address in curating():
        pages.get(address)
