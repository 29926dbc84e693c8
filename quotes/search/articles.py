"""What documents tell of the articles that print a quote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from archive.models import Article

from .document import Printing, Subject
from .subjects import Subjects, batches

FIELDS = ("pk", "outlet_id", "outlet__slug", "outlet__name", "published", "withheld")


@dataclass(frozen=True, slots=True)
class Printed:
    """``withheld`` are the words that may not be shown."""

    printing: Printing
    topics: tuple[Subject, ...]
    withheld: list[str]


def articles(article_ids: Iterable[int], subjects: Subjects) -> Mapping[int, Printed]:
    """By their ids, without those that are gone."""
    wanted = set(article_ids)
    topics = subjects.by_article(wanted)
    zone = timezone.get_current_timezone()
    found = {}
    for batch in batches(wanted):
        rows = Article.objects.filter(pk__in=batch).values_list(*FIELDS)
        for pk, outlet_id, slug, name, published, withheld in rows:
            printing = Printing(outlet_id, slug, name, published and published.astimezone(zone))
            found[pk] = Printed(printing, tuple(topics[pk]), withheld)
    return found
