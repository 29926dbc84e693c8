"""Fixtures for all tests of the quotes' side."""

import pytest


@pytest.fixture
def search_index(settings, tmp_path):
    """An index of this test's own that follows every commit; use it with ``django_db(transaction=True)``."""
    settings.INDEX_DIR = tmp_path / "index"
    settings.INDEX_FOLLOWS = "commit"
    return settings.INDEX_DIR
