"""What a database knows of its own size."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.jobs import tidy
from archive.statistics import refresh_statistics

from .rows import make_article


def table_known() -> bool:
    """Does SQLite know how many articles there are?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1 WHERE tbl LIKE 'archive_article'")
        return cursor.fetchall() == [("archive_article",)]


@pytest.mark.django_db
def test_sqlite_is_told_how_many_rows_a_table_has_and_others_find_out():
    make_article()

    with CaptureQueriesContext(connection) as executed:
        refresh_statistics()
    tidy()

    told = connection.vendor == "sqlite"
    assert [query["sql"] for query in executed] == ["ANALYZE"] * told
    assert not told or table_known()
