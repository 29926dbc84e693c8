"""Curators' pages of the sources: outlets, feeds, articles, and the evidence, which nobody can edit."""

from django.contrib import admin, messages
from django.db import models
from django.urls import reverse
from django.utils.html import format_html

from .collect import collect_article, collect_feed
from .counting import number_of
from .exchange import ExchangeAdmin, OutletExchange
from .history_admin import HistoryAdmin
from .long_lists import LongList
from .models import (
    Address,
    Alarm,
    Article,
    Band,
    Capture,
    Feed,
    Host,
    Outlet,
    Reading,
    Refusal,
    Run,
    Snapshot,
    Story,
    Topic,
)
from .narrowing import of_newest

CAPTURE_COLUMNS = ["seen_at", "origin", "supplied_by", "status", "content_type", "length"]
HTTPS_ASSUMED = {models.URLField: {"assume_scheme": "https"}}


class Evidence(LongList):
    """Rows that are made by the archive and never changed."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class FeedInline(admin.TabularInline):
    model = Feed
    formfield_overrides = HTTPS_ASSUMED
    extra = 0
    fields = ["url", "kind", "active", "interval"]


@admin.register(Outlet)
class OutletAdmin(ExchangeAdmin, HistoryAdmin):
    resource_classes = [OutletExchange]
    change_form_template = "admin/archive/outlet/change_form.html"
    formfield_overrides = HTTPS_ASSUMED
    list_display = ["name", "host", "country", "language", "articles"]
    list_filter = ["country", "language"]
    search_fields = ["name", "host"]
    history_with = {Feed: "outlet_id"}
    prepopulated_fields = {"slug": ["name"]}
    inlines = [FeedInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=number_of(Article, "outlet"))

    @admin.display(ordering="article_count")
    def articles(self, outlet):
        url = reverse("admin:archive_article_changelist")
        return format_html('<a href="{}?outlet__id__exact={}">{}</a>', url, outlet.pk, outlet.article_count)


@admin.register(Feed)
class FeedAdmin(HistoryAdmin):
    formfield_overrides = HTTPS_ASSUMED
    list_display = ["url", "outlet", "kind", "active", "collected_at", "next_at", "attempts", "last_error"]
    list_filter = ["active", "kind", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["url", "outlet__name"]
    autocomplete_fields = ["outlet"]
    readonly_fields = ["collected_at", "attempts", "last_error"]
    actions = ["collect_now", "pause", "resume"]

    @admin.action(description="Collect now", permissions=["change"])
    def collect_now(self, request, feeds) -> None:
        for feed in feeds:
            run = collect_feed(feed)
            level = messages.ERROR if run.error else messages.SUCCESS
            found = run.error or f"{run.found} found, {run.new} new, {run.failed} failed"
            self.message_user(request, f"{feed}: {found}", level)

    @admin.action(description="Pause", permissions=["change"])
    def pause(self, request, feeds) -> None:
        self.set_active(request, feeds, active=False)

    @admin.action(description="Resume", permissions=["change"])
    def resume(self, request, feeds) -> None:
        self.set_active(request, feeds, active=True)

    def set_active(self, request, feeds, *, active: bool) -> None:
        for feed in feeds:
            feed.active = active
            feed.retry()
            feed.save()
        self.message_user(request, f"{len(feeds)} {'resumed' if active else 'paused'}.")


class Failing(admin.SimpleListFilter):
    title = "trouble"
    parameter_name = "trouble"

    def lookups(self, request, model_admin):
        return [("failing", "failing"), ("quarantined", "quarantined")]

    def queryset(self, request, queryset):
        chosen = self.value()
        return getattr(queryset, chosen)() if chosen in ("failing", "quarantined") else queryset


class CaptureInline(admin.TabularInline):
    model = Capture
    extra = 0
    can_delete = False
    show_change_link = True
    fields = readonly_fields = ["fetched_at", *CAPTURE_COLUMNS]

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(HistoryAdmin):
    formfield_overrides = HTTPS_ASSUMED
    list_display = ["__str__", "outlet", "published", "state", "attempts", "last_error", "next_at"]
    list_filter = ["state", Failing, *of_newest("language"), "published", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["title", "url"]
    autocomplete_fields = ["outlet", "topics"]
    raw_id_fields = ["feed", "story", "added_by"]
    readonly_fields = ["url_key", "attempts", "last_error", "created_at", "live"]
    inlines = [CaptureInline]
    actions = ["collect_now"]

    def get_readonly_fields(self, request, article=None):
        """What was handed in without an address keeps the name that stands in its place."""
        is_named = article is not None and not article.link
        return [*self.readonly_fields, *(["url"] if is_named else [])]

    def save_model(self, request, article, form, change) -> None:
        """What a person sets, no reading changes again."""
        article.locked = sorted({*article.locked, *form.changed_data})
        super().save_model(request, article, form, change)

    def provenance(self, article) -> list[tuple[str, str]]:
        readings = Reading.objects.filter(capture__article=article).newest_first()
        found = readings.values_list("capture__fetched_at", "scraper", "scraper_version")
        return [(f"capture of {at:%Y-%m-%d}", f"{scraper} {version}") for at, scraper, version in found]

    @admin.display(description="Live page")
    def live(self, article):
        return format_html('<a href="{0}" rel="noreferrer">{0}</a>', article.link) if article.link else "-"

    @admin.action(description="Collect now", permissions=["change"])
    def collect_now(self, request, articles) -> None:
        for outcome in map(collect_article, articles):
            level = messages.ERROR if outcome.error else messages.SUCCESS
            self.message_user(request, f"{outcome.article}: {outcome.state}. {outcome.reason}", level)


@admin.register(Capture)
class CaptureAdmin(Evidence):
    list_display = ["article", "fetched_at", *CAPTURE_COLUMNS]
    list_filter = ["origin", *of_newest("status"), "fetched_at", "article__outlet"]
    list_select_related = ["article"]
    search_fields = ["url", "sha256", "article__title"]


@admin.register(Reading)
class ReadingAdmin(Evidence):
    list_display = ["__str__", "scraper", "scraper_version", "language", "flags", "made_at"]
    list_filter = of_newest("scraper", "language")
    sortable_by = ()  # the newest first
    search_fields = ["title"]

    def get_queryset(self, request):
        """Without those in which words are withheld, unless this user may change what is."""
        readings = super().get_queryset(request)
        may = request.user.has_perm("archive.change_article")
        return readings if may else readings.filter(capture__article__withheld=[])


@admin.register(Refusal)
class RefusalAdmin(Evidence):
    list_display = ["capture", "scraper", "scraper_version", "reason", "made_at"]
    list_filter = of_newest("scraper")
    list_select_related = ["capture"]
    search_fields = ["reason", "capture__url"]


@admin.register(Run)
class RunAdmin(Evidence):
    list_display = ["feed", "started_at", "found", "new", "changed", "unchanged", "failed", "error"]
    list_filter = ["started_at", "feed__outlet"]
    sortable_by = ["started_at"]  # what has an index
    list_select_related = ["feed"]


@admin.register(Host)
class HostAdmin(HistoryAdmin):
    list_display = ["name", "next_at", "delay", "failures", "robots_at"]
    search_fields = ["name"]
    readonly_fields = ["failures", "robots", "robots_at"]


@admin.register(Address)
class AddressAdmin(Evidence):
    list_display = ["key", "article"]
    list_select_related = ["article"]
    search_fields = ["key", "article__title"]


class CopyInline(admin.TabularInline):
    model = Article
    verbose_name_plural = "articles that print it"
    extra = 0
    can_delete = False
    show_change_link = True
    fields = readonly_fields = ["outlet", "title", "published"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Story)
class StoryAdmin(Evidence):
    list_display = ["__str__", "articles"]
    search_fields = ["articles__title"]
    inlines = [CopyInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=number_of(Article, "story"))

    @admin.display(ordering="article_count")
    def articles(self, story) -> int:
        return story.article_count


@admin.register(Band)
class BandAdmin(Evidence):
    list_display = ["__str__", "article"]
    list_select_related = ["article"]
    search_fields = ["article__title"]


@admin.register(Alarm)
class AlarmAdmin(Evidence):
    list_display = ["__str__", "detail", "raised_at", "ended_at", "dismissed_at", "dismissed_by"]
    list_filter = [("ended_at", admin.EmptyFieldListFilter), "kind", "raised_at", "outlet"]
    list_select_related = ["outlet", "feed", "dismissed_by"]
    search_fields = ["detail", "outlet__name", "feed__url"]


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Snapshot)
class SnapshotAdmin(Evidence):
    list_display = ["article", "url", "saved_at", "next_at", "attempts", "last_error"]
    list_filter = [Failing, ("saved_at", admin.EmptyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["article__title", "url"]
    actions = ["ask_again"]

    def has_asking_permission(self, request) -> bool:
        return request.user.has_perm("archive.change_article")

    @admin.action(description="Ask again now", permissions=["asking"])
    def ask_again(self, request, snapshots) -> None:
        for snapshot in snapshots.filter(url=""):
            snapshot.retry()
            snapshot.save()
        self.message_user(request, "They are asked for by the worker's next sweep.")
