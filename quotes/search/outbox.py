"""Marks quotes whose documents changed, in the transaction that changes them; the index follows after commit.

``mark`` is for code that writes in bulk (``bulk_create``, ``update``), which sends no signals. Everything
else is marked by the signals of the rows that a document is made of.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from archive.models import Article, Outlet, Topic
from archive.rows import insert
from quotes.models import Alias, IndexChange, Occasion, Occurrence, Quote, Speaker

from .following import follow

BATCH = 2000

# What must be known of a row before it is saved: which documents it was part of, and, of rows that are saved
# far more often than anything in them changes, the fields that a document shows.
WATCHED: dict[type[models.Model], frozenset[str]] = {
    Occurrence: frozenset({"quote_id"}),
    Alias: frozenset({"speaker_id"}),
    Speaker: frozenset({"name", "slug", "merged_into_id"}),
    Article: frozenset({"published", "outlet_id"}),
    Outlet: frozenset({"name", "slug"}),
    Topic: frozenset({"name", "slug"}),
    Occasion: frozenset({"name", "place"}),
}


def mark(quote_ids: Iterable[int]) -> None:
    """Have these quotes indexed again once the running transaction is committed."""
    changed = dict.fromkeys(quote_ids)
    if not changed:
        return
    insert(IndexChange, ["quote_id"], ([quote_id] for quote_id in changed))
    transaction.on_commit(follow)


def connect() -> None:
    """Listen to every model that a document is made of."""
    for model, saved in LISTENERS.items():
        post_save.connect(saved, sender=model, dispatch_uid=f"index-{model.__name__}-saved")
        post_delete.connect(saved, sender=model, dispatch_uid=f"index-{model.__name__}-deleted")
    for model in WATCHED:
        pre_save.connect(remember, sender=model, dispatch_uid=f"index-{model.__name__}-before")
    through = Article.topics.through
    m2m_changed.connect(topics_changed, sender=through, dispatch_uid="index-topics-changed")
    pre_delete.connect(topic_deleted, sender=Topic, dispatch_uid="index-Topic-deleted")
    pre_delete.connect(occasion_deleted, sender=Occasion, dispatch_uid="index-Occasion-deleting")


def remember(sender: type[models.Model], instance: Any, update_fields=None, **_: Any) -> None:
    """Keep what the row was before: it tells which documents change, and whether any does."""
    watched = WATCHED[sender]
    skipped = update_fields is not None and watched.isdisjoint(attribute_names(sender, update_fields))
    if instance._state.adding or skipped:
        instance._indexed_before = None if instance._state.adding else attributes(instance, watched)
        return
    instance._indexed_before = sender._default_manager.filter(pk=instance.pk).values(*watched).first()


def attribute_names(model: type[models.Model], fields: Iterable[str]) -> set[str]:
    named = set(fields)
    return {field.attname for field in model._meta.concrete_fields if {field.name, field.attname} & named}


def attributes(instance: models.Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(instance, name) for name in names}


def unchanged(instance: Any) -> bool:
    known = getattr(instance, "_indexed_before", None)
    return known is not None and known == attributes(instance, known)


def before(instance: Any, name: str) -> Any:
    """The value that the row had before it was saved."""
    known = getattr(instance, "_indexed_before", None) or {}
    return known.get(name, getattr(instance, name))


def quote_saved(instance: Quote, **_: Any) -> None:
    mark([instance.pk])


def occurrence_saved(instance: Occurrence, **_: Any) -> None:
    mark({instance.quote_id, before(instance, "quote_id")})


def speaker_saved(instance: Speaker, created: bool = False, **_: Any) -> None:
    if not (created or unchanged(instance)):  # a new one has said nothing yet
        mark(quotes_of(instance.pk))


def alias_saved(instance: Alias, **_: Any) -> None:
    for speaker_id in {instance.speaker_id, before(instance, "speaker_id")}:
        mark(quotes_of(speaker_id))


def article_saved(instance: Article, created: bool = False, **_: Any) -> None:
    if not (created or unchanged(instance)):
        mark(printed_in(article=instance.pk))


def outlet_saved(instance: Outlet, created: bool = False, **_: Any) -> None:
    if not (created or unchanged(instance)):
        mark(printed_in(article__outlet=instance.pk))


def topic_saved(instance: Topic, created: bool = False, **_: Any) -> None:
    if not (created or unchanged(instance)):
        mark(printed_in(article__topics=instance.pk))


def topic_deleted(instance: Topic, **_: Any) -> None:
    mark(printed_in(article__topics=instance.pk))


def topics_changed(
    instance: Article | Topic, action: str, *, reverse: bool, pk_set: set[int] | None = None, **_: Any
) -> None:
    """``pk_set``: articles where a topic was given to them (``reverse``), None where all are taken away."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if not reverse:
        mark(printed_in(article=instance.pk))
    elif pk_set is None:
        mark(printed_in(article__topics=instance.pk))
    else:
        mark(printed_in(article__in=pk_set))


def occasion_saved(instance: Occasion, created: bool = False, **_: Any) -> None:
    if not (created or unchanged(instance)):
        mark(said_at(instance))


def occasion_deleted(instance: Occasion, **_: Any) -> None:
    """Before it goes: afterwards nobody knows whose it was."""
    mark(said_at(instance))


def said_at(occasion: Occasion) -> Iterator[int]:
    return Quote.objects.filter(occasion=occasion).values_list("pk", flat=True).iterator(BATCH)


def quotes_of(speaker_id: int) -> Iterator[int]:
    """Those of a speaker, and of all who were merged into them: they show their names."""
    speakers, found = [speaker_id], {speaker_id}
    while speakers:
        merged = Speaker.objects.filter(merged_into__in=speakers).exclude(pk__in=found)
        speakers = list(merged.values_list("pk", flat=True))
        found.update(speakers)
    return Quote.objects.filter(speaker__in=found).values_list("pk", flat=True).iterator(BATCH)


def printed_in(**where: Any) -> Iterator[int]:
    return Occurrence.objects.filter(**where).values_list("quote_id", flat=True).iterator(BATCH)


LISTENERS: dict[type[models.Model], Callable[..., None]] = {
    Quote: quote_saved,
    Occurrence: occurrence_saved,
    Speaker: speaker_saved,
    Alias: alias_saved,
    Article: article_saved,
    Outlet: outlet_saved,
    Topic: topic_saved,
    Occasion: occasion_saved,
}
