import pytest
from django.db import IntegrityError

from archive import rows
from archive.models import Band, Outlet
from archive.rows import AT_ONCE, insert, save_alike

from .rows import make_article

pytestmark = pytest.mark.django_db


def test_insert_stores_more_rows_than_one_statement_takes():
    article = make_article()
    values = list(range(-1, 2 * AT_ONCE))

    insert(Band, ["article", "value"], [(article.pk, value) for value in values])

    assert sorted(article.bands.values_list("value", flat=True)) == values


def test_insert_of_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Band, ["article", "value"], [])


def test_insert_keeps_what_the_table_promises():
    article = make_article()
    with pytest.raises(IntegrityError):
        insert(Band, ["article", "value"], [(article.pk, 1), (article.pk, 1)])


def make_outlets(number):
    return [
        Outlet.objects.create(name=f"Gazette {n}", slug=f"g-{n}", host=f"{n}.example") for n in range(number)
    ]


def test_rows_of_the_same_values_are_saved_by_one_statement_each(django_assert_num_queries):
    outlets = make_outlets(4)
    for number, outlet in enumerate(outlets):
        outlet.country, outlet.language, outlet.description = "no", ["en", "de"][number % 2], "unsaved"

    with django_assert_num_queries(2):
        save_alike(outlets, ["country", "language"])

    saved = Outlet.objects.order_by("pk").values_list("country", "language", "description")
    assert list(saved) == [("no", "en", ""), ("no", "de", ""), ("no", "en", ""), ("no", "de", "")]


def test_values_that_seldom_meet_are_saved_field_by_field(django_assert_num_queries):
    outlets = make_outlets(9)
    for number, outlet in enumerate(outlets):
        outlet.country, outlet.language = ["no", "se", "fi"][number % 3], ["en", "de", "sv"][number // 3]

    with django_assert_num_queries(6):
        save_alike(outlets, ["country", "language"])

    saved = Outlet.objects.order_by("pk").values_list("country", "language")
    assert list(saved) == [(outlet.country, outlet.language) for outlet in outlets]


def test_rows_of_many_values_are_saved_too(monkeypatch):
    monkeypatch.setattr(rows, "MOST_VALUES", 1)
    outlets = make_outlets(3)
    for number, outlet in enumerate(outlets):
        outlet.name = f"Herald {number}"

    save_alike(outlets, ["name"])

    saved = Outlet.objects.order_by("pk").values_list("name", flat=True)
    assert list(saved) == ["Herald 0", "Herald 1", "Herald 2"]


def test_no_rows_are_saved_by_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        save_alike([], ["name"])
