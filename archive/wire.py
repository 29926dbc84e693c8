"""Wire copies: which articles print one and the same story.

MinHash over word shingles, 64 hashes in 32 bands of 2 (A. Broder, "On the resemblance and containment of
documents", 1997; banding: J. Leskovec et al., "Mining of Massive Datasets", chapter 3). Copies share a band
and are found by an index look-up, whatever the size of the archive; then the shingles themselves decide.
"""

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from django.db import transaction

from .models import Article, Band, Reading, Story
from .rows import insert

SHINGLE = 3  # words
FEWEST_SHINGLES = 40  # of a text that can be told from boilerplate
MOST_WORDS = 5000
HASHES = 64
ROWS = 2
# Jaccard index of the shingles of two articles of one story. Copies with a fifth of the words changed, or cut
# to two fifths, are above; of 426,426 pairs of American news articles none lay between 0.14 and 0.52.
SIMILAR = 0.3
MOST_SHARING = 2000  # rows looked at: a band that half the archive shares tells nothing
MOST_CANDIDATES = 10

WORD = re.compile(r"\w+")
CHANCE = random.Random(64)  # noqa: S311 -- no secret, but the same for ever
MASKS = [CHANCE.getrandbits(64) for _ in range(HASHES)]
BITS = [1 << place for place in reversed(range(64))]

Shingles = frozenset[tuple[str, ...]]


def group_copies(article: Article, text: str) -> Story | None:
    """Join the article to the story that its text is a copy of; None where it is none.

    Its bands have been stored and committed before: of two workers with two copies, the later sees both.
    """
    shingles = shingles_of(text)
    texts = texts_of(candidates(article))
    copies = [pk for pk, other in texts.items() if are_copies(shingles, shingles_of(other))]
    return join([article.pk, *copies]) if copies else None


def shingles_of(text: str) -> Shingles:
    """All runs of three words, letter case and punctuation aside."""
    words = WORD.findall(text.casefold())[:MOST_WORDS]
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(errors="replace"), digest_size=8).digest())


def bands_of(shingles: Shingles) -> list[int]:
    """What near-duplicates share at least one of: 32 signed 64-bit numbers, none for a very short text."""
    if len(shingles) < FEWEST_SHINGLES:
        return []
    digests = sorted({digest(" ".join(run)) for run in shingles})
    least = [least_of(mask, digests) for mask in MASKS]
    bands = [(start, *least[start : start + ROWS]) for start in range(0, HASHES, ROWS)]
    return [digest(repr(band)) - 2**63 for band in bands]


def least_of(mask: int, digests: Sequence[int]) -> int:
    """The least ``mask ^ digest`` of these sorted digests: of the one that shares most leading bits.

    Bit by bit, in steps that grow with the logarithm of their number.
    """
    low, high, prefix = 0, len(digests), 0
    for bit in BITS:
        if high - low == 1:
            break
        middle = bisect_left(digests, prefix | bit, low, high)  # the first that has this bit
        if middle < high and (mask & bit or middle == low):
            low, prefix = middle, prefix | bit
        else:
            high = middle
    return mask ^ digests[low]


def are_copies(one: Shingles, other: Shingles) -> bool:
    """Whether the shingles of two texts tell of one story."""
    if min(len(one), len(other)) < FEWEST_SHINGLES:
        return False
    return len(one & other) >= SIMILAR * len(one | other)


def keep_bands(article: Article, values: Iterable[int]) -> None:
    """Within a transaction: these instead of those of an older text."""
    article.bands.all().delete()
    insert(Band, ["article", "value"], [(article.pk, value) for value in sorted(set(values))])


def candidates(article: Article) -> list[int]:
    """The articles that share most bands with this one, newest first among equals."""
    own = list(article.bands.values_list("value", flat=True))
    sharing = Band.objects.filter(value__in=own).exclude(article=article).order_by("-id")
    shared = Counter(sharing.values_list("article_id", flat=True)[:MOST_SHARING])
    return [pk for pk, _ in shared.most_common(MOST_CANDIDATES)]


def texts_of(article_ids: list[int]) -> dict[int, str]:
    """The newest text of each of these articles."""
    readings = Reading.objects.filter(capture__article__in=article_ids).newest_first()
    oldest_first = readings.reverse() if article_ids else readings.none()
    return dict(oldest_first.values_list("capture__article", "text"))


@transaction.atomic
def join(article_ids: list[int]) -> Story:
    """One story for all of these articles, and for all that shared a story with one of them."""
    articles = Article.objects.select_for_update().filter(pk__in=article_ids).order_by("pk")
    ids = sorted({article.story_id for article in articles if article.story_id})
    story = Story.objects.get(pk=ids[0]) if ids else Story.objects.create()
    Article.objects.filter(story__in=ids[1:]).update(story=story)
    Article.objects.filter(pk__in=article_ids).update(story=story)
    Story.objects.filter(pk__in=ids[1:]).delete()
    return story
