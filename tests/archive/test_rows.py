import pytest
from django.db import IntegrityError

from archive.models import Band
from archive.rows import AT_ONCE, insert

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
