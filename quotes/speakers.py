"""Same speaker? Who a name in an article means, and how two speakers become one.

A bare surname or an unnamed source never matches beyond its article. The same full name joins unless the role
or the Wikidata id contradicts: then a new speaker is made and the pair proposed to the curators.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from archive.models import Article

from .grouping import regroup
from .models import Alias, PrintedRole, ReviewItem, Speaker
from .names import is_bare, name_key
from .roles import contradict

SAME_NAME = "same name"


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A speaker as one article gives it: the fullest name, the kind, the role as printed."""

    name: str
    kind: str = Speaker.Kind.PERSON
    role: str = ""

    @property
    def is_local(self) -> bool:
        """Does the name tell nobody apart beyond its article?"""
        return self.kind == Speaker.Kind.UNNAMED or (self.kind == Speaker.Kind.PERSON and is_bare(self.name))


def resolve_speaker(source: NamedSource, article: Article) -> Speaker:
    """The speaker that this name means in this article, made if there is none yet."""
    namesakes = find_namesakes(source, article)
    fitting = [speaker for speaker in namesakes if fits(source, speaker)]
    if len(fitting) == 1:
        speaker = fitting[0]
    else:
        speaker = make_speaker(source, article if fitting or source.is_local else None)
        propose(speaker, fitting or namesakes)
    note_role(speaker, source.role, article)
    return speaker


def find_namesakes(source: NamedSource, article: Article) -> list[Speaker]:
    """The standing speakers of this name: of this article, or else of the whole archive."""
    known = Alias.objects.filter(key=name_key(source.name)).select_related("speaker__merged_into")
    here = [alias.speaker.standing for alias in known.filter(speaker__article=article)]
    if here or source.is_local:
        return unique(here)
    return unique(alias.speaker.standing for alias in known.filter(speaker__article=None))


def unique(speakers) -> list[Speaker]:
    return list({speaker.pk: speaker for speaker in speakers}.values())


def fits(source: NamedSource, speaker: Speaker) -> bool:
    """The same sort of speaker, and no role printed for them contradicts, or one agrees outright."""
    if source.kind != speaker.kind:
        return False
    roles = [role.text for role in speaker.roles.all()] if source.role else []
    return not roles or any(not contradict(source.role, role) for role in roles)


def make_speaker(source: NamedSource, article: Article | None) -> Speaker:
    speaker = Speaker.objects.create(
        name=source.name[:300], slug=free_slug(source.name), kind=source.kind, article=article
    )
    speaker.aliases.create(name=speaker.name)
    return speaker


def free_slug(name: str) -> str:
    """An address that no speaker has had: jane-roe, jane-roe-2, ..."""
    base = slugify(name)[:300] or "speaker"
    taken = set(Speaker.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)


def propose(speaker: Speaker, namesakes: list[Speaker]) -> None:
    """Ask the curators whether the new speaker is one of these."""
    if namesakes:
        others = ", ".join(f"{other.name} ({other.slug})" for other in namesakes)
        ReviewItem.objects.create(
            speaker=speaker, reason=SAME_NAME, note=f"Same name as {others}.", reporter="archive"
        )


def note_role(speaker: Speaker, text: str, article: Article) -> None:
    """Remember that an article printed this role, and when first and last."""
    if not text:
        return
    role, _ = PrintedRole.objects.get_or_create(
        speaker=speaker,
        text=text[:300],
        defaults={"first_printed": article.published, "last_printed": article.published},
    )
    dates = [date for date in (role.first_printed, role.last_printed, article.published) if date]
    if dates and (role.first_printed, role.last_printed) != (min(dates), max(dates)):
        role.first_printed, role.last_printed = min(dates), max(dates)
        role.save()


@transaction.atomic
def merge_speakers(absorbed: Speaker, kept: Speaker) -> None:
    """Make two speakers one: names, roles and quotes move, and the old address leads to the one that is kept.

    Raises ``ValueError`` if they are one already.
    """
    if absorbed.standing == kept.standing:
        raise ValueError(f"{absorbed} and {kept} are one speaker already.")
    for alias in absorbed.aliases.all():
        kept.aliases.get_or_create(key=alias.key, defaults={"name": alias.name})
    for role in absorbed.roles.all():
        kept.roles.get_or_create(
            text=role.text, defaults={"first_printed": role.first_printed, "last_printed": role.last_printed}
        )
    absorbed.merged_into = kept
    absorbed.save()
    occurrences = list(absorbed.occurrences.select_related("article", "reading__capture"))
    for occurrence in occurrences:
        occurrence.speaker = kept
    regroup(occurrences)
