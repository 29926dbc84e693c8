"""An article as the archive read it, its quotes marked in place."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import conditional_page

from archive.models import Article, Capture, Reading
from quotes.anchors import shown_in
from quotes.listing import visible_occurrences
from quotes.live_address import live_address
from quotes.models import Quote
from quotes.passages import marked


@conditional_page
def article_page(request, pk):
    article = get_object_or_404(visible_articles(request.user), pk=pk)
    reading = article.latest_reading
    occurrences = [o for o in quotes_of(article, request.user) if reading]
    here = [shown for o in occurrences if (shown := shown_in(reading, o))]
    context = {
        "article": article,
        "live_address": live_address(article),
        "reading": reading,
        "headline": headline(article, reading, here),
        "blocks": body(reading, here),
        "occurrences": sorted(here, key=lambda o: o.start),
        "earlier": [o for o in occurrences if o not in here],
        "captures": captures(article),
        "topics": article.topics.all(),
        "copies": copies(article),
    }
    return render(request, "article.html", context)


def visible_articles(user):
    """For readers not what nobody has looked at yet: anybody may suggest articles."""
    articles = Article.objects.select_related("outlet", "story", "snapshot")
    return (
        articles if user.has_perm("archive.view_article") else articles.exclude(state=Article.State.PENDING)
    )


def quotes_of(article: Article, user):
    shown = Quote.objects.visible_to(user).filter(merged_into=None)
    occurrences = visible_occurrences(user).filter(article=article, quote__in=shown)
    return occurrences.select_related("quote__speaker")


def headline(article: Article, reading: Reading | None, occurrences):
    """The headline's pieces, where the page has one as a paragraph; else its title in one piece."""
    paragraphs = [p for p in reading.shown_paragraphs if p.role == "headline"][:1] if reading else []
    return marked(paragraphs, occurrences)[0] if paragraphs else {"pieces": [{"text": str(article)}]}


def body(reading: Reading | None, occurrences):
    if reading is None:
        return []
    paragraphs = reading.shown_paragraphs
    first = next((i for i, p in enumerate(paragraphs) if p.role == "headline"), None)
    return marked([p for i, p in enumerate(paragraphs) if i != first], occurrences)


def captures(article: Article):
    readings = Prefetch(
        "readings", Reading.objects.only("id", "capture_id", "scraper", "scraper_version", "made_at")
    )
    return Capture.objects.filter(article=article).newest_first().prefetch_related(readings)


def copies(article: Article):
    """Other outlets' prints of the same wire story."""
    if article.story_id is None:
        return []
    return Article.objects.filter(story=article.story_id).exclude(pk=article.pk).for_lists()
