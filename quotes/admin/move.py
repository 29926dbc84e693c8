"""What curators joined and parted, each with its way back."""

from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import pluralize
from django.urls import path, reverse
from django.utils.html import format_html

from archive.admin import Evidence
from quotes.models import Move
from quotes.moves import undo

from .confirmation import Confirmation, ReasonForm, Table, confirmation_page, posted, require_change
from .speaker_decisions import linked
from .withdrawn import WithdrawnHidden


@admin.register(Move)
class MoveAdmin(WithdrawnHidden, Evidence):
    list_display = ["made_at", "__str__", "printings", "reason", "made_by", "way_back"]
    list_display_links = ["__str__"]
    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["speaker", "former_speaker", "quote", "made_by", "undone_by"]
    search_fields = ["reason", "speaker__name", "former_speaker__name", "quote__text"]
    exclude = ["before", "after"]

    def get_list_display(self, request):
        may = request.user.has_perm("quotes.change_quote")
        return [name for name in self.list_display if may or name != "way_back"]

    def printings(self, move) -> int:
        return len(move.after)

    @admin.display(description="Undo")
    def way_back(self, move):
        if move.undone_at:
            return f"undone by {move.undone_by or 'somebody'}"
        return format_html('<a href="{}">Undo…</a>', reverse("admin:quotes_move_undo", args=[move.pk]))

    def get_urls(self):
        undoing = path("<id:pk>/undo/", self.admin_site.admin_view(self.undo_view), name="quotes_move_undo")
        return [undoing, *super().get_urls()]

    def undo_view(self, request, pk):
        move = get_object_or_404(Move.objects.select_related(*self.list_select_related), pk=pk)
        require_change(request, self.admin_site._registry[Move.quote.field.related_model])
        confirmation = Confirmation(
            title="Undo",
            lead=f"{move}. What was moved again since stays where it is.",
            button="Undo",
            form=posted(request, ReasonForm),
            take=lambda data: undone(move, request.user, data["reason"]),
            back=reverse("admin:quotes_move_changelist"),
            tables=[what_comes_back(move)],
        )
        return confirmation_page(request, self, confirmation)


def undone(move: Move, user, reason: str) -> str:
    result = undo(move, user, reason)
    left = f"; moved again since, and stays: {result.left}" if result.left else ""
    return f"{result.back} printing{pluralize(result.back)} back where they were{left}."


def what_comes_back(move: Move) -> Table:
    quotes = Move.quote.field.related_model.objects.filter(pk__in=map(int, move.before["quotes"]))
    return Table("Quotes that come back", ["Quote"], [[linked(quote)] for quote in quotes[:50]])
