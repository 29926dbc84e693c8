"""Speakers in the admin: names, roles as printed, and merging."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.counting import number_of
from archive.exchange import ExchangeAdmin
from archive.history_admin import HistoryAdmin
from quotes.exchange import SpeakerExchange
from quotes.models import Alias, PrintedRole, Quote, Speaker

from .quote import STANDING
from .speaker_decisions import SpeakerDecisions
from .wikidata_page import WikidataPage


class AliasInline(admin.TabularInline):
    model = Alias
    extra = 0
    fields = ["name", "valid_from", "valid_until"]


class PrintedRoleInline(admin.TabularInline):
    model = PrintedRole
    extra = 0
    can_delete = False
    fields = readonly_fields = ["text", "first_printed", "last_printed"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Speaker)
class SpeakerAdmin(ExchangeAdmin, SpeakerDecisions, WikidataPage, HistoryAdmin):
    resource_classes = [SpeakerExchange]
    list_display = ["name", "kind", "description", "quotes", "wikidata", "merged_into"]
    list_filter = [
        "kind",
        ("merged_into", admin.EmptyFieldListFilter),
        ("article", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["merged_into"]
    search_fields = ["name", "aliases__name", "wikidata"]
    readonly_fields = ["decisions", "slug", "article", "merged_into", "locked", "created_at"]
    inlines = [AliasInline, PrintedRoleInline]
    actions = ["merge"]
    history_with = {Alias: "speaker_id"}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(quote_count=number_of(Quote, "speaker", STANDING))

    @admin.display(ordering="quote_count")
    def quotes(self, speaker):
        url = reverse("admin:quotes_quote_changelist")
        return format_html(
            '<a href="{}?speaker__id__exact={}">{}</a>',
            url,
            speaker.pk,
            speaker.quote_count,
        )

    @admin.display(description="Decisions")
    def decisions(self, speaker):
        """Ways to what a form cannot do."""
        pages = ("split", "wikidata")
        addresses = [reverse(f"admin:quotes_speaker_{name}", args=[speaker.pk]) for name in pages]
        ways = '<a href="{}">Split…</a> · <a href="{}">Ask Wikidata…</a> · <a href="{}">Public page</a>'
        return format_html(ways, *addresses, speaker.get_absolute_url())

    def has_add_permission(self, request) -> bool:
        return False

    def save_model(self, request, speaker, form, change) -> None:
        speaker.locked = sorted({*speaker.locked, *form.changed_data})
        super().save_model(request, speaker, form, change)
