"""Every address of the site."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

from .feeds import SearchFeed, SpeakerFeed
from .views.about import about_page
from .views.adding import add_page
from .views.article import article_page
from .views.capture import capture_page
from .views.check import check_json, check_page
from .views.crawlers import SITEMAPS, opensearch, robots
from .views.export import export
from .views.home import front
from .views.language import choose_language
from .views.occasion import occasion_page
from .views.outlet import outlet_page, outlets_page
from .views.quote import quote_page
from .views.report import report_page
from .views.sharing import card_picture, embedded, oembed
from .views.source import annotation_file, citation_file, live_source
from .views.speaker import speaker_page, speakers_page
from .views.suggestions import suggestions
from .views.today import today_page
from .views.topic import topic_page, topics_page

urlpatterns = [
    path("", front, name="home"),
    path("quotes/<id:pk>/", quote_page, name="quote-short"),
    path("quotes/<id:pk>/annotation.json", annotation_file, name="annotation"),
    path("quotes/<id:pk>/card.png", card_picture, name="card"),
    path("quotes/<id:pk>/embed/", embedded, name="embed"),
    path("quotes/<id:pk>/report", report_page, name="report"),
    path("quotes/<id:pk>/<slug:slug>/", quote_page, name="quote"),
    path("quotes/<id:pk>/citation.<str:suffix>", citation_file, name="citation"),
    path("source/<id:pk>/", live_source, name="live"),
    path("speakers/", speakers_page, name="speakers"),
    path("speakers/<slug:slug>/", speaker_page, name="speaker"),
    path("speakers/<slug:slug>/feed.atom", conditional_page(SpeakerFeed()), name="speaker-feed"),
    path("articles/<id:pk>/", article_page, name="article"),
    path("captures/<id:pk>/", capture_page, name="capture"),
    path("occasions/<id:pk>/", occasion_page, name="occasion"),
    path("outlets/", outlets_page, name="outlets"),
    path("outlets/<slug:slug>/", outlet_page, name="outlet"),
    path("topics/", topics_page, name="topics"),
    path("topics/<str:slug>/", topic_page, name="topic"),
    path("today/", today_page, name="today"),
    path("today/<int:month>/<int:day>/", today_page, name="day"),
    path("check/", check_page, name="check"),
    path("check.json", check_json, name="check-json"),
    path("suggestions.json", suggestions, name="suggestions"),
    path("about/", about_page, name="about"),
    path("add/", add_page, name="add"),
    path("oembed", oembed, name="oembed"),
    path("feed.atom", conditional_page(SearchFeed()), name="feed"),
    path("export.<str:suffix>", export, name="export"),
    path("language/<str:code>/", choose_language, name="language"),
    path("robots.txt", robots, name="robots"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        cache_control(no_cache=True)(sitemaps.sitemap),  # addresses tell words that may be withdrawn
        {"sitemaps": SITEMAPS},
        name="sitemap-section",
    ),
    path("admin/", include("quotes.admin.urls")),
    path("admin/", admin.site.urls),
]
