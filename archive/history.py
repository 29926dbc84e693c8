"""Who changed what, when and why: a record of every row that a person changes.

Nothing is recorded while the archive itself works: what it makes carries its provenance in the row (engine,
version, method), and thousands of rows an hour would bury what people did. When a person changes a row that
the archive has changed since its last record, the row as it stood is recorded first: nothing is lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models.signals import pre_save
from django.utils.timezone import localtime
from simple_history.models import HistoricalRecords

from .records import copy_changed

BOOKKEEPING = ("id", "locked")  # fields that tell a reader of the history nothing


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work, and why they do what they do."""

    user: Any
    why: str = ""


_actor: ContextVar[Actor | None] = ContextVar("actor", default=None)


def actor() -> Actor | None:
    """The person at work; None while the archive itself works."""
    return _actor.get()


@contextmanager
def acting(user, why: str = "") -> Iterator[None]:
    """What changes herein is this person's doing."""
    token = _actor.set(Actor(user, why))
    try:
        yield
    finally:
        _actor.reset(token)


@contextmanager
def unattended() -> Iterator[None]:
    """What changes herein is the archive's own doing, though a person may have asked for it."""
    token = _actor.set(None)
    try:
        yield
    finally:
        _actor.reset(token)


@dataclass(slots=True)
class Waiting:
    """Rows that are known as they stood before, and those that are to be recorded, by model."""

    known: dict[type[models.Model], set[Any]] = field(default_factory=lambda: defaultdict(set))
    changed: dict[type[models.Model], set[Any]] = field(default_factory=lambda: defaultdict(set))

    def note(self, model: type[models.Model], keys: Iterable[Any], by: Actor | None) -> None:
        """Records a row as it stood when it is first heard of, and what became of it at the end."""
        unknown = [key for key in keys if key not in self.known[model]]
        self.known[model].update(unknown)
        if by is None:
            write(model, unknown, None)
        else:
            self.changed[model].update(keys)

    def end(self) -> None:
        for model, keys in self.changed.items():
            write(model, sorted(keys), actor())


_waiting: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


@contextmanager
def in_one_record() -> Iterator[None]:
    """However often a row is saved herein, its history gets one record; use it in a transaction."""
    token = _waiting.set(Waiting())
    try:
        yield
        _waiting.get().end()  # type: ignore[union-attr]
    finally:
        _waiting.reset(token)


class PersonsHistory(HistoricalRecords):
    """The history of a model, kept while a person acts; use it with a ``TrackedQuerySet``."""

    def __init__(self, **options) -> None:
        super().__init__(history_change_reason_field=models.TextField(blank=True, default=""), **options)

    def finalize(self, sender, **kwargs) -> None:
        super().finalize(sender, **kwargs)
        if self.cls is sender:
            pre_save.connect(self.pre_save, sender=sender, weak=False)

    def pre_save(self, instance, **kwargs) -> None:
        if actor() and not instance._state.adding:
            note(type(instance), [instance.pk], None)

    def post_save(self, instance, created, using=None, **kwargs) -> None:
        if actor() and not kwargs.get("raw"):
            note(type(instance), [instance.pk], actor())

    def pre_delete(self, instance, **kwargs) -> None:
        if actor():
            note(type(instance), [instance.pk], None)

    def post_delete(self, instance, using=None, **kwargs) -> None:
        if actor():
            super().post_delete(instance, using=using, **kwargs)

    def get_history_user(self, instance):
        by = actor()
        return by.user if by else None

    def get_change_reason_for_object(self, instance, history_type, using) -> str:
        by = actor()
        return by.why if by else ""


class TrackedQuerySet(models.QuerySet):
    """Bulk changes write history too while a person acts; ``bulk_update`` goes by ``update``."""

    def update(self, **values):
        by = actor()
        if by is None:
            return super().update(**values)
        keys = list(self.values_list("pk", flat=True))
        note(self.model, keys, None)
        changed = super().update(**values)
        note(self.model, keys, by)
        return changed

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs, *args, **kwargs):
        made = super().bulk_create(objs, *args, **kwargs)
        if by := actor():
            note(self.model, [row.pk for row in made], by)
        return made


class TrackedManager(models.Manager):
    def get_queryset(self) -> TrackedQuerySet:
        return TrackedQuerySet(self.model, using=self._db)


def note(model: type[models.Model], keys: Iterable[Any], by: Actor | None) -> None:
    """Record rows as they are, now or when the action ends that they are part of."""
    waiting = _waiting.get()
    if waiting:
        waiting.note(model, list(keys), by)
    else:
        write(model, keys, by)


def write(model: type[models.Model], keys: Iterable[Any], by: Actor | None) -> None:
    """Record those of the rows that are not as their last record has them."""
    copy_changed(model, keys, by.user if by else None, by.why if by else "")


def records_of(model: type[models.Model]) -> Any:
    """The history of all rows of a model."""
    return model.history  # type: ignore[attr-defined]


def deleted(model: type[models.Model]) -> Any:
    """The last record of each row that was deleted and is not back, the latest first."""
    gone = records_of(model).filter(history_type="-").exclude(id__in=model._base_manager.values("pk"))
    last = gone.values("id").annotate(last=models.Max("history_id")).values("last")
    return records_of(model).filter(history_id__in=last).order_by("-history_id")


@dataclass(frozen=True, slots=True)
class Change:
    """One field, by its verbose name, before and after."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a row's history; ``changes`` against the record before it."""

    record: Any
    changes: tuple[Change, ...]

    @property
    def model(self) -> str:
        """The label of the row's model: ``quotes.Speaker``."""
        return self.record.instance_type._meta.label

    @property
    def kind(self) -> str:
        """What the row is, in words: ``reference``."""
        return str(self.record.instance_type._meta.verbose_name)


def entries(records: Iterable[Any]) -> list[Entry]:
    """The records of any rows, newest first, each with what it changed."""
    found: list[Entry] = []
    last: dict[tuple[type, Any], Any] = {}
    for each in sorted(records, key=lambda record: (record.history_date, record.history_id)):
        before = last.get((type(each), each.id))
        last[type(each), each.id] = each
        found.append(Entry(each, changes_since(before, each) if before else ()))
    return found[::-1]


def changes_since(before, after) -> tuple[Change, ...]:
    changed = (
        field
        for field in after.tracked_fields
        if field.name not in BOOKKEEPING and getattr(before, field.attname) != getattr(after, field.attname)
    )
    return tuple(Change(str(f.verbose_name), value_of(before, f), value_of(after, f)) for f in changed)


def value_of(entry, field):
    """The field's value in this record: of another row its name, or its key where it is no more; of a moment
    the hour in the curators' zone."""
    try:
        value = getattr(entry, field.name)
    except ObjectDoesNotExist:
        return getattr(entry, field.attname)
    return f"{localtime(value):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def as_recorded(entry) -> models.Model:
    """The row as this record has it, not saved; fields that have no history are as they are now."""
    model = entry.instance_type
    row = model._base_manager.filter(pk=entry.id).first() or model(pk=entry.id)
    for each in entry.tracked_fields:
        setattr(row, each.attname, getattr(entry, each.attname))
    return row
