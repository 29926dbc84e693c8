"""Records of rows as they are: the database copies them itself, hundreds in one statement."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db import connection, models
from django.utils import timezone

BATCH = 500
DIFFERS = {"sqlite": "IS NOT"}  # as all of its versions know it; nothing is another value than something
TOLD = ("history_date", "history_user_id", "history_change_reason", "history_type")


def copy_changed(model: type[models.Model], keys: Iterable[Any], user: Any, why: str) -> None:
    """Record those of the rows that are not as their last record has them, as the doing of ``user``."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        for some in batches(keys):
            places = ", ".join(["%s"] * len(some))
            cursor.execute(f"{copying(model)} ({places})", [now, user and user.pk, why, *some])


def batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at once as one query may name."""
    every = list(keys)
    return (every[start : start + BATCH] for start in range(0, len(every), BATCH))


@cache
def copying(model: type[models.Model]) -> str:
    """The statement, up to the keys of the rows."""
    history = model.history.model  # type: ignore[attr-defined]
    quoted = connection.ops.quote_name
    rows, records = quoted(model._meta.db_table), quoted(history._meta.db_table)
    columns = [quoted(field.column) for field in history.tracked_fields]
    changed = " OR ".join(f"now_is.{name} {differs()} last.{name}" for name in changing(history))
    return (
        f"INSERT INTO {records} ({', '.join([*columns, *TOLD])}) "  # noqa: S608 -- names of our own
        f"SELECT {', '.join(f'now_is.{name}' for name in columns)}, %s, %s, %s, "
        "CASE WHEN last.history_type <> '-' THEN '~' ELSE '+' END "
        f"FROM {rows} now_is LEFT JOIN {records} last ON last.history_id = "
        f"(SELECT MAX(history_id) FROM {records} every_one WHERE every_one.id = now_is.id) "
        f"WHERE (last.history_id IS NULL OR last.history_type = '-' OR {changed}) AND now_is.id IN"
    )


def differs() -> str:
    return DIFFERS.get(connection.vendor, "IS DISTINCT FROM")


def changing(history: type[models.Model]) -> Iterator[str]:
    """The columns that may change; what the database fills in when a row is made stays as it is."""
    for field in history.tracked_fields:  # type: ignore[attr-defined]
        if not field.primary_key and not field.has_db_default():
            yield connection.ops.quote_name(field.column)
