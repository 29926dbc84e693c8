"""Many small rows at once, as plain values: making objects of them would take longer than storing them."""

from collections.abc import Iterable, Sequence

from django.db import connection, models

AT_ONCE = 400  # SQLite of old takes no more than 999 parameters


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    """New rows of these columns, all others being without a value of their own; no signal is sent."""
    quoted = connection.ops.quote_name
    by_name = {field.name: str(field.column) for field in model._meta.concrete_fields}
    names, table = [quoted(by_name[name]) for name in columns], quoted(model._meta.db_table)
    every = list(rows)
    with connection.cursor() as cursor:
        for start in range(0, len(every), AT_ONCE):
            some = every[start : start + AT_ONCE]
            places = ", ".join([f"({', '.join(['%s'] * len(names))})"] * len(some))
            values = [value for row in some for value in row]
            cursor.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES {places}", values)  # noqa: S608 -- names of our own
