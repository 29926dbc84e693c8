"""Speakers who may be one, by their names, roles and articles: proposed once, decided by curators."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz

from .models import Alias, Duplicate, Occurrence, PrintedRole, Speaker
from .names import name_key
from .roles import contradict

LIKE = 88  # likeness of two names from which they may be one
ENOUGH = 92
BONUS = 6  # for a role in common, and for an article or wire story in common
LARGEST_BLOCK = 400  # names of one family: beyond it only equal names are compared
BATCH = 500


@dataclass(slots=True)
class Candidate:
    """A standing speaker with what is compared."""

    speaker: Speaker
    keys: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)


def find_duplicates() -> int:
    """Propose pairs that were not proposed before; returns how many are new."""
    candidates = read_candidates()
    known = set(Duplicate.objects.values_list("first_id", "second_id"))
    found = {}
    for one, other in pairs(candidates):
        first, second = sorted((one, other), key=lambda each: each.speaker.pk)
        key = (first.speaker.pk, second.speaker.pk)
        if key not in known and key not in found:
            score, evidence = likeness(first, second)
            if score >= ENOUGH:
                found[key] = Duplicate(
                    first=first.speaker, second=second.speaker, score=min(score, 100), evidence=evidence
                )
    Duplicate.objects.bulk_create(found.values(), batch_size=BATCH)
    settle_merged()
    return len(found)


def settle_merged() -> None:
    """Pairs of which one was merged by hand are done."""
    for pair in Duplicate.objects.open().exclude(first__merged_into=None, second__merged_into=None):
        pair.state = Duplicate.State.MERGED
        pair.save()


def read_candidates() -> list[Candidate]:
    """All speakers that are known beyond one article."""
    speakers = Speaker.objects.standing().named().filter(article=None)
    by_id = {speaker.pk: Candidate(speaker) for speaker in speakers.iterator(BATCH)}
    of_them = {"speaker__merged_into": None, "speaker__article": None}
    for pk, key in Alias.objects.filter(**of_them).values_list("speaker_id", "key"):
        if pk in by_id:
            by_id[pk].keys.add(key)
    for pk, text in PrintedRole.objects.filter(**of_them).values_list("speaker_id", "text"):
        if pk in by_id:
            by_id[pk].roles.add(name_key(text))
    printed = Occurrence.objects.filter(**of_them).values_list(
        "speaker_id", "article_id", "article__story_id"
    )
    for pk, article, story in printed.distinct():
        if pk in by_id:
            by_id[pk].stories.add(f"story {story}" if story else f"article {article}")
    return list(by_id.values())


def pairs(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Those worth comparing: a last word in common, or one that begins alike. Not all with all."""
    blocks: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for block in {block for key in candidate.keys for block in blocks_of(key)}:
            blocks[block].append(candidate)
    for block, members in blocks.items():
        if len(members) <= LARGEST_BLOCK or block.startswith("name "):
            yield from combinations(members, 2)


def blocks_of(key: str) -> list[str]:
    words = key.split()
    if not words:
        return []
    return [
        f"name {key}",
        f"family {words[-1]}",
        f"like {words[0][:2]} {words[-1][:2]}",
        f"name {' '.join(sorted(words))}",
    ]


def likeness(one: Candidate, other: Candidate) -> tuple[int, list[str]]:
    """0 to 100 and more, with the reasons; 0 where something tells them apart."""
    if one.speaker.kind != other.speaker.kind or (one.speaker.wikidata and other.speaker.wikidata):
        return 0, []
    if any(contradict(mine, theirs) for mine in one.roles for theirs in other.roles):
        return 0, []
    score, names = max(
        (name_likeness(mine, theirs), f"{mine} / {theirs}") for mine in one.keys for theirs in other.keys
    )
    if score < LIKE:
        return 0, []
    evidence = [f"names: {names}"]
    if roles := one.roles & other.roles:
        evidence.append(f"role: {min(roles)}")
    if one.stories & other.stories:
        evidence.append("quoted in the same story")
    return round(score) + BONUS * (len(evidence) - 1), evidence


def name_likeness(one: str, other: str) -> float:
    """0 to 100. An initial fits its name ("j roe", "jane roe"), a middle name may be left out."""
    mine, theirs = one.split(), other.split()
    if one == other:
        return 100
    if len(mine) > 1 and len(theirs) > 1 and mine[-1] == theirs[-1] and fits(mine[:-1], theirs[:-1]):
        return 90
    return fuzz.token_sort_ratio(one, other)


def fits(one: list[str], other: list[str]) -> bool:
    """Each first name of the shorter list is one of the longer, or its initial, in order."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return all(any(initial_or_same(name, each) for each in rest) for name in shorter)


def initial_or_same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
