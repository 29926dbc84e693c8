"""Many rows at once, in few statements that are quickly made."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection, models

AT_ONCE = 400  # SQLite of old takes no more than 999 parameters
MOST_VALUES = 40  # different ones, of which each is worth a statement of its own


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
    """New rows of these columns, all others being without a value of their own; no signal is sent.

    As plain values: making objects of them would take longer than storing them.
    """
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


def save_alike(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Save these fields of rows of one model: of all that have the same values in one statement.

    What ``bulk_update`` makes takes time for each row and field, and tells each value as often as it occurs.
    """
    if not rows or not names:
        return
    fields = type(rows[0])._meta.concrete_fields
    attributes = {name: field.attname for field in fields for name in (field.name, field.attname)}
    every = [attributes[name] for name in names]
    together, apart = alike(rows, every), [alike(rows, [attribute]) for attribute in every]
    if len(together) <= min(MOST_VALUES, sum(map(len, apart))):
        save_groups(rows, every, together)
        return
    for attribute, groups in zip(every, apart, strict=True):
        save_groups(rows, [attribute], groups)


def alike(rows: Sequence[models.Model], attributes: Sequence[str]) -> list[list[models.Model]]:
    """The rows that have the same values in all of these."""
    found: dict[str, list[models.Model]] = defaultdict(list)
    for row in rows:
        found[repr([getattr(row, attribute) for attribute in attributes])].append(row)
    return list(found.values())


def save_groups(
    rows: Sequence[models.Model], attributes: Sequence[str], groups: Sequence[list[models.Model]]
) -> None:
    manager = type(rows[0])._default_manager
    if len(groups) > MOST_VALUES:
        manager.bulk_update(rows, attributes)
        return
    for same in groups:
        values = {attribute: getattr(same[0], attribute) for attribute in attributes}
        manager.filter(pk__in=[row.pk for row in same]).update(**values)
