"""Whom a curator means: among the speakers of the archive, by a name in an article, or somebody new."""

from django.db.models import Q

from archive.models import Article

from .models import Alias, Occurrence, Speaker
from .names import name_key
from .slugs import FreeSlugs
from .speakers import NamedSource

MOST = 8


def likely_speakers(find: str) -> list[Speaker]:
    """Speakers with a name, or a word of a name, that begins so; those known everywhere first."""
    key = name_key(find)
    if not key:
        return []
    named = Alias.objects.filter(Q(key__startswith=key) | Q(key__contains=f" {key}"))
    standing = Speaker.objects.standing().filter(pk__in=named.values("speaker"), article=None)
    return list(standing.order_by("name")[:MOST])


def named_in(name: str, printed: Occurrence) -> Speaker:
    """Who this name means in the article: one of its speakers, else of the archive, else somebody new."""
    if printed.speaker and name_key(printed.speaker.name) == name_key(name):
        return printed.speaker
    known = Alias.objects.filter(key=name_key(name)).select_related("speaker__merged_into")
    here = (
        known.filter(speaker__article=printed.article).first()
        or known.filter(speaker__in=printed.article.occurrences.values("speaker")).first()
    )
    everywhere = [] if here else list(known.filter(speaker__article=None)[:2])
    if here or len(everywhere) == 1:
        return (here or everywhere[0]).speaker.standing
    return make_named(name, printed.article)


def make_named(name: str, article: Article) -> Speaker:
    """A new speaker; a description ("a resident") or a bare surname is known in this article only."""
    kind = Speaker.Kind.UNNAMED if name[:1].islower() else Speaker.Kind.PERSON
    local = article if NamedSource(name, kind).is_local else None
    slug = FreeSlugs([name], article.pk).take(name)
    speaker = Speaker.objects.create(name=name[:300], slug=slug, kind=kind, article=local)
    speaker.aliases.create(name=speaker.name)
    return speaker
