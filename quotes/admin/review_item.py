"""The one queue of doubts in the admin."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.history_admin import HistoryAdmin
from archive.narrowing import of_newest
from quotes.models import ReviewItem

from .withdrawn import WithdrawnHidden


@admin.register(ReviewItem)
class ReviewItemAdmin(WithdrawnHidden, HistoryAdmin):
    status_of_quote = ("quote__status", "occurrence__quote__status")
    list_display = ["reason", "about", "note", "reporter", "state", "created_at", "decided_by"]
    list_filter = ["state", *of_newest("reason", "reporter")]
    sortable_by = ["state"]  # what has an index
    list_select_related = [
        "occurrence__quote",
        "occurrence__article",
        "quote",
        "speaker",
        "article",
        "decided_by",
    ]
    search_fields = ["note", "quote__text", "occurrence__exact", "speaker__name"]
    raw_id_fields = ["quote", "occurrence", "speaker", "article"]
    actions = ["done", "dismiss"]

    @admin.display(description="About")
    def about(self, item):
        subject = item.subject
        url = reverse(f"admin:{subject._meta.app_label}_{subject._meta.model_name}_change", args=[subject.pk])
        return format_html('<a href="{}">{}</a>', url, subject)

    def save_model(self, request, item, form, change) -> None:
        if "state" in form.changed_data:
            item.decided_by = request.user
        super().save_model(request, item, form, change)

    @admin.action(description="Mark as done", permissions=["change"])
    def done(self, request, items) -> None:
        self.decide(request, items, ReviewItem.State.DONE)

    @admin.action(description="Dismiss", permissions=["change"])
    def dismiss(self, request, items) -> None:
        self.decide(request, items, ReviewItem.State.DISMISSED)

    def decide(self, request, items, state: str) -> None:
        for item in items:
            item.state, item.decided_by = state, request.user
            item.save()
        self.message_user(request, f"{len(items)} decided.")
