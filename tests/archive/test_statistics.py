"""What a database knows of its own size."""

import pytest
from django.db import connection

from archive.jobs import tidy

from .rows import make_article


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL finds out by itself.")
def test_sqlite_is_told_how_many_rows_a_table_has():
    make_article()

    tidy()

    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1 WHERE tbl LIKE 'archive_article'")
        assert cursor.fetchall() == [("archive_article",)]
