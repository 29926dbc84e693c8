"""Speakers who may be one: to be merged, or refused for good."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from archive.admin import Evidence
from quotes.duplicates import find_duplicates
from quotes.models import Duplicate

from .speaker_decisions import merge_address


@admin.register(Duplicate)
class DuplicateAdmin(Evidence):
    list_display = ["score", "one", "other", "why", "state", "merge_link"]
    list_display_links = ["score"]
    list_filter = ["state"]
    list_select_related = ["first", "second"]
    search_fields = ["first__name", "second__name"]
    actions = ["refuse", "look_again"]
    show_full_result_count = False

    def has_refuse_permission(self, request) -> bool:
        return request.user.has_perm("quotes.change_speaker")

    def get_list_display(self, request):
        may = self.has_refuse_permission(request)
        return [name for name in self.list_display if may or name != "merge_link"]

    @admin.display(description="One", ordering="first__name")
    def one(self, pair):
        return described(pair.first)

    @admin.display(description="Other", ordering="second__name")
    def other(self, pair):
        return described(pair.second)

    @admin.display(description="Why")
    def why(self, pair) -> str:
        return ", ".join(pair.evidence)

    @admin.display(description="Merge")
    def merge_link(self, pair):
        if pair.state != Duplicate.State.OPEN:
            return ""
        return format_html('<a href="{}">Merge…</a>', merge_address(pair.first_id, pair.second_id))

    @admin.action(description="Refuse for good: these are two", permissions=["refuse"])
    def refuse(self, request, pairs) -> None:
        for pair in pairs:
            pair.state, pair.decided_by, pair.decided_at = (
                Duplicate.State.REFUSED,
                request.user,
                timezone.now(),
            )
            pair.save()
        self.message_user(request, f"{len(pairs)} pairs are never proposed again.", messages.SUCCESS)

    @admin.action(description="Look for duplicates among all speakers", permissions=["refuse"])
    def look_again(self, request, pairs) -> None:
        self.message_user(request, f"{find_duplicates()} new pairs.", messages.SUCCESS)


def described(speaker):
    url = reverse("admin:quotes_speaker_change", args=[speaker.pk])
    more = ", ".join(filter(None, [speaker.description, speaker.wikidata or ""]))
    return format_html('<a href="{}">{}</a> {}', url, speaker.name, more)
