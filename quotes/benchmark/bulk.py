"""Rows by the hundred thousand: several times faster than ``bulk_create``, as most columns never differ."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

PLAIN = (str, int, float, type(None))


class Table:
    """Of one model; what a row does not tell stands there as in a row that was just made."""

    def __init__(self, model: type[Model]) -> None:
        blank = model()
        self.name = model._meta.db_table
        self.fields = {field.attname: field for field in model._meta.concrete_fields if is_written(field)}
        self.common = {
            name: field.get_db_prep_save(field.pre_save(blank, add=True), connection)
            for name, field in self.fields.items()
            if not field.primary_key
        }

    def insert(self, rows: Iterable[dict[str, Any]]) -> None:
        """Rows that tell the same columns, at least one of them."""
        made = [self.common | {name: self.stored(name, value) for name, value in row.items()} for row in rows]
        quoted = connection.ops.quote_name
        columns = ", ".join(quoted(str(self.fields[name].column)) for name in made[0])
        places = ", ".join(["%s"] * len(made[0]))
        statement = f"INSERT INTO {quoted(self.name)} ({columns}) VALUES ({places})"  # noqa: S608 -- our names
        with connection.cursor() as cursor:
            cursor.executemany(statement, [tuple(row.values()) for row in made])

    def stored(self, name: str, value: Any) -> Any:
        return value if type(value) in PLAIN else self.fields[name].get_db_prep_save(value, connection)


def is_written(field: Field) -> bool:
    """Not what the database fills in."""
    return not field.generated and (field.primary_key or not field.has_db_default())


@cache
def table(model: type[Model]) -> Table:
    return Table(model)
