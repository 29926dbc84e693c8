"""What the watch noticed, as a list for the curators: nobody edits what was seen."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.admin import Evidence
from quotes.models import Change

from .withdrawn import WithdrawnHidden


@admin.register(Change)
class ChangeAdmin(WithdrawnHidden, Evidence):
    status_of_quote = ("occurrence__quote__status", "successor__quote__status")
    list_display = ["kind", "seen_at", "printed", "now", "article"]
    list_filter = ["kind", "seen_at", "occurrence__article__outlet"]
    search_fields = ["occurrence__exact", "successor__exact", "occurrence__article__title"]
    readonly_fields = ["occurrence", "kind", "seen_at", "successor"]

    def get_queryset(self, request):
        return super().get_queryset(request).for_lists()

    @admin.display(description="Printed")
    def printed(self, change):
        return format_html(
            '<a href="{}">{}</a>', change.occurrence.quote.get_absolute_url(), change.occurrence.exact
        )

    @admin.display(description="Now")
    def now(self, change):
        if change.successor is None:
            return "-"
        return format_html(
            '<a href="{}">{}</a>', change.successor.quote.get_absolute_url(), change.successor.exact
        )

    @admin.display(description="Article")
    def article(self, change):
        article = change.occurrence.article
        url = reverse("admin:archive_article_change", args=[article.pk])
        return format_html('<a href="{}">{}</a> ({})', url, article, article.outlet)
