"""The topics of articles, each read once, for the documents of their quotes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from archive.models import Article, Topic

from .document import Subject

BATCH = 500  # articles or topics in one query


class Subjects:
    def __init__(self) -> None:
        self.known: dict[int, Subject] = {}

    def by_article(self, article_ids: Iterable[int]) -> Mapping[int, list[Subject]]:
        """Nothing for an article without topics."""
        found: dict[int, list[Subject]] = defaultdict(list)
        pairs = [pair for batch in batches(article_ids) for pair in topics_of(batch)]
        self.learn({topic_id for _, topic_id in pairs})
        for article_id, topic_id in pairs:
            found[article_id].append(self.known[topic_id])
        return found

    def learn(self, topic_ids: set[int]) -> None:
        for batch in batches(topic_ids - self.known.keys()):
            for row in Topic.objects.filter(pk__in=batch).values_list("pk", "slug", "name"):
                self.known[row[0]] = Subject(*row)


def batches(ids: Iterable[int]) -> list[list[int]]:
    rising = sorted(set(ids))
    return [rising[start : start + BATCH] for start in range(0, len(rising), BATCH)]


def topics_of(article_ids: list[int]):
    """(article, topic), in order."""
    pairs = Article.topics.through.objects.filter(article__in=article_ids).order_by("article_id", "topic_id")
    return pairs.values_list("article_id", "topic_id")
