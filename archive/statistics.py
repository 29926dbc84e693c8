"""How many rows of a kind there are: by that a database chooses the index that it looks into.

PostgreSQL finds out by itself. SQLite has to be told to, and forgets a table that a migration makes anew: a
list of 150,000 printings then takes five times as long.
"""

from django.db import connection


def refresh_statistics() -> None:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
