"""Keeps every article told which of its words may not be shown: those of withdrawn quotes."""

from collections import defaultdict
from collections.abc import Iterable

from archive.models import Article

from .models import Occurrence, Quote
from .search.outbox import mark


def withhold(quotes: Iterable[Quote]) -> None:
    """Bring the articles of these quotes into step, where one was withdrawn or restored."""
    printed = Article.objects.filter(occurrences__quote__in=list(quotes))
    affected = printed.exclude(withheld=[]) | printed.filter(
        occurrences__quote__status=Quote.Status.WITHDRAWN
    )
    articles = {article.pk: article for article in affected.only("withheld").distinct()}
    passages = withdrawn_passages(articles)
    changed = [a for a in articles.values() if a.withheld != passages[a.pk]]
    for article in changed:
        article.withheld = passages[article.pk]
        article.save(update_fields=["withheld"])
    mark(Occurrence.objects.filter(article__in=changed).values_list("quote_id", flat=True))


def withdrawn_passages(articles: Iterable[int]) -> dict[int, list[str]]:
    found = defaultdict(list)
    withdrawn = Occurrence.objects.filter(article__in=articles, quote__status=Quote.Status.WITHDRAWN)
    passages = withdrawn.order_by("exact").values_list("article_id", "exact").distinct()
    for article, exact in passages:
        found[article].append(exact)
    return found
