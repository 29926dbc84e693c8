"""Quotes in the admin: one row an utterance, with all places that print it."""

from django import forms
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html

from archive.exchange import ExchangeAdmin
from archive.history_admin import HistoryAdmin
from archive.narrowing import of_newest
from quotes.exchange import CorrectionExchange
from quotes.grouping import refresh
from quotes.models import Occurrence, Quote, Reference
from quotes.provenance import provenance

from .quote_decisions import QuoteDecisions
from .withdrawn import WithdrawnHidden

STANDING = ~models.Q(merged_into__isnull=False)  # said so that no index is used for it: most quotes do


class OccurrenceInline(admin.TabularInline):
    model = Occurrence
    extra = 0
    can_delete = False
    show_change_link = True
    fields = readonly_fields = ["article", "exact", "speaker", "confidence", "method", "review"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False


class ReferenceInline(admin.TabularInline):
    model = Reference
    extra = 1
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class QuoteForm(forms.ModelForm):
    """What is told of a quote in public is told with its reason."""

    def clean(self):
        data = super().clean() or {}
        explained = [str(status) for status in Quote.EXPLAINED_STATUSES]
        if data.get("status") in explained and not data.get("reason", "").strip():
            self.add_error("reason", "Say why: readers are told.")
        return data


class Merged(admin.SimpleListFilter):
    """What was merged into another quote is no row to work on: it is listed only where it is asked for."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request, model_admin):
        return [("yes", "merged into others")]

    def choices(self, changelist):
        standing, merged = super().choices(changelist)
        return [standing | {"display": "quotes that stand"}, merged]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.exclude(merged_into=None)
        return queryset.filter(STANDING)


@admin.register(Quote)
class QuoteAdmin(ExchangeAdmin, QuoteDecisions, WithdrawnHidden, HistoryAdmin):
    status_of_quote = ("status",)
    resource_classes = [CorrectionExchange]
    form = QuoteForm
    list_display = ["__str__", "speaker", "kind", "status", "confidence_percent", "sources", "last_seen"]
    list_per_page = 50
    sortable_by = ["speaker", "status", "last_seen"]  # what has an index
    list_filter = ["status", "kind", *of_newest("language"), "last_seen", "occurrences__article__outlet"]
    list_filter += [Merged]
    list_select_related = ["speaker"]
    search_fields = ["text", "speaker__name"]
    searched_apart = ["speaker"]
    autocomplete_fields = ["speaker", "occasion"]
    raw_id_fields = ["merged_into"]
    readonly_fields = ["decisions", "first_seen", "last_seen", "sources", "confidence"]
    readonly_fields += ["locked", "created_at"]
    inlines = [ReferenceInline, OccurrenceInline]
    actions = ["group"]
    history_with = {Reference: "quote_id"}

    @admin.display(description="Confidence", ordering="confidence")
    def confidence_percent(self, quote) -> str:
        return f"{quote.confidence:.0%}"

    @admin.display(description="Decisions")
    def decisions(self, quote):
        """Ways to what a form cannot do."""
        hide = "restore" if quote.status == Quote.Status.WITHDRAWN else "withdraw"
        addresses = [reverse(f"admin:quotes_quote_{name}", args=[quote.pk]) for name in (hide, "ungroup")]
        return format_html(
            '<a href="{}">{}…</a> · <a href="{}">Ungroup printings…</a> · <a href="{}">Public page</a>',
            addresses[0],
            hide.capitalize(),
            addresses[1],
            quote.get_absolute_url(),
        )

    def has_add_permission(self, request) -> bool:
        return False

    def save_model(self, request, quote, form, change) -> None:
        """What a person sets, the engine never changes again."""
        quote.locked = sorted({*quote.locked, *form.changed_data})
        super().save_model(request, quote, form, change)

    def restore_model(self, request, quote, entry) -> None:
        super().restore_model(request, quote, entry)
        refresh([quote])

    def provenance(self, quote) -> list[tuple[str, str]]:
        return [row for printed in quote.occurrences.select_related("article") for row in provenance(printed)]
