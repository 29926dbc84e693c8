"""Two speakers are one, or one is two: what curators decide. The machine's part stands in ``speakers``."""

from collections.abc import Sequence

from django.db import transaction

from .errors import DecisionError
from .models import Duplicate, Move, Occurrence, Speaker
from .moves import reassign, recorded, whole
from .slugs import FreeSlugs


def merge_speakers(absorbed: Speaker, kept: Speaker, *, by=None, reason: str = "") -> Move:
    """Make two speakers one: names, roles and quotes move, and the old address leads to the one that is kept.

    Raises ``DecisionError`` if they are one already, or Wikidata tells them apart.
    """
    refuse_merge(absorbed, kept)
    occurrences = list(whole(absorbed.occurrences.all()))
    move = Move(kind=Move.Kind.MERGE, former_speaker=absorbed, speaker=kept, reason=reason, made_by=by)
    with recorded(move, occurrences):
        move.before |= {"aliases": take_names(absorbed, kept), "roles": take_roles(absorbed, kept)}
        absorbed.merged_into = kept
        absorbed.save()
        Duplicate.objects.open().about(absorbed).update(state=Duplicate.State.MERGED)
        reassign(occurrences, kept)
    return move


def refuse_merge(absorbed: Speaker, kept: Speaker) -> None:
    if absorbed.standing == kept.standing:
        raise DecisionError(f"{absorbed} and {kept} are one speaker already.")
    if absorbed.merged_into_id or kept.merged_into_id:
        raise DecisionError("One of them was merged before: choose the speakers that stand.")
    if absorbed.wikidata and kept.wikidata:
        raise DecisionError(f"{absorbed} is {absorbed.wikidata} and {kept} is {kept.wikidata}: two people.")


def take_names(absorbed: Speaker, kept: Speaker) -> list[int]:
    """Give one speaker the names of the other; the ids of those that are new."""
    made = []
    for alias in absorbed.aliases.all():
        dates = {"valid_from": alias.valid_from, "valid_until": alias.valid_until}
        own, is_new = kept.aliases.get_or_create(key=alias.key, defaults={"name": alias.name, **dates})
        made += [own.pk] * is_new
    return made


def take_roles(absorbed: Speaker, kept: Speaker) -> list[int]:
    made = []
    for role in absorbed.roles.all():
        dates = {"first_printed": role.first_printed, "last_printed": role.last_printed}
        own, is_new = kept.roles.get_or_create(text=role.text, defaults=dates)
        made += [own.pk] * is_new
    return made


@transaction.atomic
def split_speaker(
    occurrences: Sequence[Occurrence], target: Speaker | str, *, by=None, reason: str = ""
) -> Move:
    """Give printings of one speaker to another, made where ``target`` is a name; the machine keeps to it.

    Raises ``DecisionError`` where they are of several speakers, or the target's already.
    """
    former = occurrences[0].speaker if occurrences else None
    if former is None or any(occurrence.speaker_id != former.pk for occurrence in occurrences):
        raise DecisionError("Choose printings of one speaker.")
    if target == former:
        raise DecisionError(f"These are {former}'s already: name another speaker.")
    speaker = target if isinstance(target, Speaker) else make_speaker(target, former.kind)
    move = Move(kind=Move.Kind.SPLIT, former_speaker=former, speaker=speaker, reason=reason, made_by=by)
    move.before["made"] = speaker != target
    with recorded(move, occurrences):
        for occurrence in occurrences:
            occurrence.locked = sorted({*occurrence.locked, "speaker"})
        reassign(occurrences, speaker)
    return move


def make_speaker(name: str, kind: str) -> Speaker:
    """Of a name that others may have too: a curator tells them apart."""
    kind = Speaker.Kind.PERSON if kind == Speaker.Kind.UNNAMED else kind
    speaker = Speaker.objects.create(name=name, slug=FreeSlugs([name], 0).take(name), kind=kind)
    speaker.aliases.create(name=name)
    return speaker
