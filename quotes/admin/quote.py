"""Quotes in the admin: one row an utterance, with all places that print it."""

from django.contrib import admin

from archive.history_admin import HistoryAdmin
from quotes.grouping import refresh
from quotes.models import Occurrence, Quote
from quotes.provenance import provenance


class OccurrenceInline(admin.TabularInline):
    model = Occurrence
    extra = 0
    can_delete = False
    show_change_link = True
    fields = readonly_fields = ["article", "exact", "speaker", "confidence", "method", "review"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Quote)
class QuoteAdmin(HistoryAdmin):
    list_display = ["__str__", "speaker", "kind", "status", "confidence_percent", "sources", "last_seen"]
    list_filter = ["status", "kind", "language", "occurrences__article__outlet"]
    list_select_related = ["speaker"]
    search_fields = ["text", "speaker__name"]
    date_hierarchy = "last_seen"
    autocomplete_fields = ["speaker"]
    raw_id_fields = ["merged_into"]
    readonly_fields = ["first_seen", "last_seen", "sources", "confidence", "locked", "created_at"]
    inlines = [OccurrenceInline]
    show_full_result_count = False

    @admin.display(description="Confidence", ordering="confidence")
    def confidence_percent(self, quote) -> str:
        return f"{quote.confidence:.0%}"

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
