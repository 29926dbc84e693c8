"""Speakers who may be one: to be merged, or refused for good."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

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
    actions = ["refuse"]
    change_list_template = "admin/quotes/duplicates.html"

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
        self.message_user(
            request, f"{len(pairs)} pair{pluralize(len(pairs))} never proposed again.", messages.SUCCESS
        )

    def get_urls(self):
        looking = self.admin_site.admin_view(require_POST(self.look))
        return [path("look/", looking, name="quotes_duplicate_look"), *super().get_urls()]

    def look(self, request):
        """Look among all speakers at once, and not in the night only."""
        if not self.has_refuse_permission(request):
            raise PermissionDenied
        number = find_duplicates()
        self.message_user(request, f"{number} new pair{pluralize(number)}.", messages.SUCCESS)
        return redirect("admin:quotes_duplicate_changelist")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"may_look": self.has_refuse_permission(request)})


def described(speaker):
    url = reverse("admin:quotes_speaker_change", args=[speaker.pk])
    more = ", ".join(filter(None, [speaker.description, speaker.wikidata or ""]))
    return format_html('<a href="{}">{}</a> {}', url, speaker.name, more)
