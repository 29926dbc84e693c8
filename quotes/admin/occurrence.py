"""Occurrences in the admin: a quote in its article, and the evidence for its speaker."""

from django.contrib import admin
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils.html import format_html

from archive.history_admin import HistoryAdmin
from archive.narrowing import of_newest
from quotes.grouping import refresh, regroup
from quotes.models import Occurrence
from quotes.provenance import provenance
from quotes.record import record_quotes

from .withdrawn import WithdrawnHidden


@admin.register(Occurrence)
class OccurrenceAdmin(WithdrawnHidden, HistoryAdmin):
    list_display = ["__str__", "speaker", "article", "kind", "confidence_percent", "method", "review"]
    list_per_page = 50
    sortable_by = ["article"]  # what has an index
    list_filter = ["review", "kind", *of_newest("method", "engine_version"), "article__outlet"]
    list_select_related = ["speaker", "article"]
    search_fields = ["exact", "speaker__name", "article__title"]
    searched_apart = ["speaker", "article"]
    autocomplete_fields = ["speaker"]
    fields = ["passage", "exact", "speaker", "review", "words", "possible", "doubts", "on_behalf_of"]
    fields += [
        "reported_by",
        "before",
        "after",
        "confidence",
        "method",
        "engine",
        "engine_version",
        "quote",
        "article",
    ]
    actions = ["extract_again"]

    def get_readonly_fields(self, request, obj=None):
        return [name for name in self.fields if name not in ("speaker", "review")]

    @admin.display(description="Confidence", ordering="confidence")
    def confidence_percent(self, occurrence) -> str:
        return f"{occurrence.confidence:.0%}"

    @admin.display(description="In the article")
    def passage(self, occurrence):
        url = reverse("article", args=[occurrence.article_id])
        return format_html('<a href="{}#quote-{}">{}</a>', url, occurrence.pk, occurrence.article)

    @admin.display(description="Evidence")
    def words(self, occurrence) -> str | None:
        """Of the article, by what they tell: mention, cue, role ..."""
        told = ((name, each) for name, each in occurrence.evidence.items() if each)
        return ", ".join(f"{name.replace('_', ' ')} “{each['text']}”" for name, each in told) or None

    @admin.display(description="Candidates")
    def possible(self, occurrence) -> str | None:
        return ", ".join(f"{each['speaker']} {each['score']:.2f}" for each in occurrence.candidates) or None

    @admin.display(description="Doubts")
    def doubts(self, occurrence) -> str | None:
        return ", ".join(occurrence.reasons) or None

    def has_add_permission(self, request) -> bool:
        return False

    def save_model(self, request, occurrence, form, change) -> None:
        """What a person sets, the engine never changes again; another speaker makes it another quote."""
        occurrence.locked = sorted({*occurrence.locked, *form.changed_data})
        if "speaker" in form.changed_data:
            occurrence.speaker_name = occurrence.speaker.name if occurrence.speaker else ""
            regroup([occurrence])
        else:
            super().save_model(request, occurrence, form, change)
            refresh([occurrence.quote])

    def restore_model(self, request, occurrence, entry) -> None:
        regroup([occurrence])

    def provenance(self, occurrence) -> list[tuple[str, str]]:
        return provenance(occurrence)

    @admin.action(description="Extract again", permissions=["change"])
    def extract_again(self, request, occurrences) -> None:
        articles = {occurrence.article for occurrence in occurrences.select_related("article")}
        for article in articles:
            record_quotes(article.latest_reading)
        self.message_user(
            request, f"Quotes of {len(articles)} article{pluralize(len(articles))} extracted again."
        )
