"""Small archives; and where the tests run on PostgreSQL, it is also measured: elsewhere there is none."""

import pytest

from quotes.benchmark import corpus
from quotes.management.commands.benchmark import postgres_compared

collect_ignore = [] if postgres_compared("") else ["test_tsvector.py"]


@pytest.fixture(autouse=True)
def few_people(monkeypatch):
    """Of thousands nearly all would say nothing in an archive of some dozen quotes."""
    monkeypatch.setattr(corpus, "SPEAKERS", 200)
    monkeypatch.setattr(corpus, "OUTLETS", 50)
    monkeypatch.setattr(corpus, "TOPICS", 100)
    monkeypatch.setattr(corpus, "DRAWN", 5000)
