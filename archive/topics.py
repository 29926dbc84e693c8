"""An article's section and keywords as topics, which it shares with others."""

from django.utils.text import slugify

from .models import Article, Reading, Topic

LONGEST = 200  # characters


def settle_topics(article: Article, reading: Reading) -> None:
    """The article's topics are those of this reading; words that differ in case or accents only are one."""
    names = {slug_of(name): name for name in reversed([reading.section, *reading.keywords]) if slug_of(name)}
    known = {topic.slug: topic for topic in Topic.objects.filter(slug__in=names)}
    for slug in names.keys() - known.keys():
        known[slug], _ = Topic.objects.get_or_create(slug=slug, defaults={"name": names[slug][:LONGEST]})
    article.topics.set(known.values())


def slug_of(name: str) -> str:
    return slugify(name, allow_unicode=True)[:LONGEST]
