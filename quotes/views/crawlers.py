"""What search engines and browsers ask of a site: robots.txt, its map, how to search it."""

from django.contrib.sitemaps import Sitemap
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.models import Article, Outlet, Topic
from quotes.models import Quote, Speaker


def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /captures/",
        "Disallow: /source/",
        "Disallow: /*?",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def opensearch(request):
    context = {"home": request.build_absolute_uri(reverse("home"))}
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")


class QuoteMap(Sitemap):
    limit = 5000

    def items(self):
        return Quote.objects.public().filter(merged_into=None).order_by("pk")

    def lastmod(self, quote):
        return quote.updated_at


class SpeakerMap(Sitemap):
    limit = 5000

    def items(self):
        return Speaker.objects.standing().filter(article=None).order_by("pk")


class ArticleMap(Sitemap):
    limit = 5000

    def items(self):
        return Article.objects.read().order_by("pk")

    def location(self, article):
        return reverse("article", args=[article.pk])


class OutletMap(Sitemap):
    def items(self):
        return Outlet.objects.order_by("pk")

    def location(self, outlet):
        return reverse("outlet", args=[outlet.slug])


class TopicMap(Sitemap):
    limit = 5000

    def items(self):
        return Topic.objects.filter(articles__state=Article.State.READ).distinct().order_by("pk")

    def location(self, topic):
        return reverse("topic", args=[topic.slug])


SITEMAPS = {
    "quotes": QuoteMap,
    "speakers": SpeakerMap,
    "articles": ArticleMap,
    "outlets": OutletMap,
    "topics": TopicMap,
}
