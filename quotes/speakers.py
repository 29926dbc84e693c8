"""Same speaker? Who a name in an article means.

A bare surname or an unnamed source never matches beyond its article. The same full name joins unless the role
or the Wikidata id contradicts: then a new speaker is made and the pair proposed to the curators.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from archive.models import Article

from .models import Alias, PrintedRole, ReviewItem, Speaker
from .names import is_bare, name_key
from .roles import contradict
from .slugs import FreeSlugs

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
    return resolve_speakers([source], article)[source]


def resolve_speakers(sources: Iterable[NamedSource], article: Article) -> dict[NamedSource, Speaker]:
    """The same of many, with a number of database queries that does not grow with them."""
    distinct = list(dict.fromkeys(sources))
    if not distinct:
        return {}
    resolution = Resolution(distinct, article)
    found = {source: resolution.speaker(source) for source in distinct}
    resolution.save()
    return found


@dataclass(slots=True, eq=False)
class Known:
    """A speaker, in the database or to be made, with the roles that were printed."""

    speaker: Speaker
    roles: list[PrintedRole] = field(default_factory=list)

    def fits(self, source: NamedSource) -> bool:
        """The same sort of speaker, and no role printed for them contradicts, or one agrees outright."""
        if source.kind != self.speaker.kind:
            return False
        roles = [role.text for role in self.roles] if source.role else []
        return not roles or any(not contradict(source.role, role) for role in roles)


class Resolution:
    """The names of one article against the speakers of those names: read at once, and saved at once."""

    def __init__(self, sources: Sequence[NamedSource], article: Article) -> None:
        self.article = article
        self.here: dict[str, list[Known]] = {}  # by key: those that only this article knows
        self.everywhere: dict[str, list[Known]] = {}
        self.made: list[Speaker] = []
        self.roles: list[PrintedRole] = []  # new or changed
        self.proposals: list[tuple[Speaker, list[Known]]] = []
        self.slugs = FreeSlugs((source.name for source in sources), article.pk)
        self.read({name_key(source.name) for source in sources if not source.is_local})

    def read(self, keys: set[str]) -> None:
        """All names of the article, and these of the archive; a local one would be shared by thousands."""
        day = (self.article.published or timezone.now()).date()
        aliases = Alias.objects.valid_on(day).select_related("speaker__merged_into")
        is_known = Speaker.objects.filter(article=self.article).exists()  # a new one is not: soon told
        here = aliases.filter(speaker__article=self.article) if is_known else ()
        everywhere = aliases.filter(speaker__article=None, key__in=keys) if keys else ()
        standing = {alias: alias.speaker.standing for alias in [*here, *everywhere]}
        known = {speaker.pk: Known(speaker) for speaker in standing.values()}
        for role in PrintedRole.objects.filter(speaker__in=known) if known else ():
            known[role.speaker_id].roles.append(role)
        for alias, speaker in standing.items():
            self.learn(alias.key, known[speaker.pk], local=alias.speaker.article_id is not None)

    def learn(self, key: str, known: Known, *, local: bool) -> None:
        namesakes = (self.here if local else self.everywhere).setdefault(key, [])
        if known not in namesakes:
            namesakes.append(known)

    def speaker(self, source: NamedSource) -> Speaker:
        namesakes = self.namesakes(source)
        fitting = [known for known in namesakes if known.fits(source)]
        known = fitting[0] if len(fitting) == 1 else self.make(source, fitting, namesakes)
        self.note_role(known, source.role[:300])
        return known.speaker

    def namesakes(self, source: NamedSource) -> list[Known]:
        """The standing speakers of this name: of this article, or else of the whole archive."""
        key = name_key(source.name)
        here = self.here.get(key, [])
        return here if here or source.is_local else self.everywhere.get(key, [])

    def make(self, source: NamedSource, fitting: list[Known], namesakes: list[Known]) -> Known:
        article = self.article if fitting or source.is_local else None
        slug = self.slugs.take(source.name)
        known = Known(Speaker(name=source.name[:300], slug=slug, kind=source.kind, article=article))
        self.made.append(known.speaker)
        self.proposals.append((known.speaker, list(fitting or namesakes)))
        self.learn(name_key(source.name), known, local=article is not None)
        return known

    def note_role(self, known: Known, text: str) -> None:
        """Remember that the article printed this role, and when first and last."""
        if not text:
            return
        role = next((role for role in known.roles if role.text == text), None)
        if role is None:
            role = PrintedRole(speaker=known.speaker, text=text)
            known.roles.append(role)
        if (role.widen(self.article.published) or role.pk is None) and role not in self.roles:
            self.roles.append(role)

    def save(self) -> None:
        """Nothing is to be marked for the index: quotes of new speakers are only now made."""
        Speaker.objects.bulk_create(self.made)
        Alias.objects.bulk_create(
            Alias(speaker=speaker, name=speaker.name, key=name_key(speaker.name)) for speaker in self.made
        )
        PrintedRole.objects.bulk_update([r for r in self.roles if r.pk], ["first_printed", "last_printed"])
        PrintedRole.objects.bulk_create([role for role in self.roles if role.pk is None])
        ReviewItem.objects.bulk_create(
            proposal(speaker, namesakes) for speaker, namesakes in self.proposals if namesakes
        )


def proposal(speaker: Speaker, namesakes: list[Known]) -> ReviewItem:
    """Asks the curators whether the new speaker is one of these."""
    others = ", ".join(f"{known.speaker.name} ({known.speaker.slug})" for known in namesakes)
    note = f"Same name as {others}."
    return ReviewItem(speaker=speaker, reason=SAME_NAME, note=note, reporter="archive")
