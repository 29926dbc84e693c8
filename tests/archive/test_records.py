"""Rows are recorded as they are, once, whatever their values are."""

import pytest
from django.utils import timezone

from archive.history import acting
from archive.models import Article, Outlet
from archive.records import BATCH, copy_changed
from tests.quotes.rows import make_article

pytestmark = pytest.mark.django_db


def recorded(row) -> list[str]:
    return list(row.history.order_by("history_id").values_list("history_type", flat=True))


def test_row_that_is_as_recorded_is_not_recorded_again():
    article = make_article(authors=["Ottoline Brandt"], published=timezone.now())

    for _ in range(3):
        copy_changed(Article, [article.pk], None, "")

    assert recorded(article) == ["+"]


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("authors", ["Ottoline Brandt"], ["Ottoline Brandt", "Kwame Lind"]),
        ("published", None, timezone.now()),
        ("published", timezone.now(), None),
        ("watched", False, True),
        ("title", "", "Ferry"),
    ],
)
def test_every_kind_of_value_is_recorded_as_it_is(field, before, after):
    article = make_article(**{field: before})
    copy_changed(Article, [article.pk], None, "")
    Article.objects.filter(pk=article.pk).update(**{field: after})

    copy_changed(Article, [article.pk], None, "")

    assert [getattr(each, field) for each in article.history.order_by("history_id")] == [before, after]
    assert recorded(article) == ["+", "~"]


def test_deleted_row_that_is_brought_back_is_recorded(django_user_model):
    person = django_user_model.objects.create_user("amara")
    article = make_article(authors=["Ottoline Brandt"], published=timezone.now())
    kept = Article.objects.get(pk=article.pk)
    with acting(person):
        article.delete()
    with acting(person, "deleted by mistake"):
        kept.save(force_insert=True)

    assert recorded(kept) == ["+", "-", "+"]
    assert kept.history.latest().history_change_reason == "deleted by mistake"


def test_more_rows_than_one_statement_takes_are_recorded():
    names = [f"outlet-{number}" for number in range(BATCH + 1)]
    Outlet.objects.bulk_create(Outlet(name=name, slug=name, host=f"{name}.example") for name in names)

    copy_changed(Outlet, Outlet.objects.values_list("pk", flat=True), None, "many")

    assert Outlet.history.filter(history_change_reason="many").count() == BATCH + 1
