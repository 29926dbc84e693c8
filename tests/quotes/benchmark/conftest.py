"""Where the tests run on PostgreSQL, it is also measured; elsewhere there is none to measure."""

from quotes.management.commands.benchmark import postgres_compared

collect_ignore = [] if postgres_compared("") else ["test_tsvector.py"]
