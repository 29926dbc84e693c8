"""What the tests of the pages share."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture(autouse=True)
def empty_cache():
    """Figures and text fragments are kept for a while; no test sees those of another."""
    cache.clear()


@pytest.fixture
def queries_of(client):
    """How many database queries a page takes."""

    def counted(address):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return counted
