"""Curators' decisions on quotes: one utterance or two, withdrawn or shown."""

from django import forms
from django.contrib import admin
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from archive.history import acting
from quotes.models import Occurrence, Quote
from quotes.moves import group_quotes, ungroup, whole
from quotes.search import check_sentence
from quotes.search.errors import SearchError
from quotes.withdrawal import before_withdrawal, restore, withdraw

from .confirmation import (
    ChoosingForm,
    Confirmation,
    ReasonForm,
    Table,
    WaysForCurators,
    asked_for,
    confirmation_page,
    posted,
    require_change,
)
from .speaker_decisions import PrintingChoices

MOST_GROUPED = 50
LONGEST_SENTENCE = 2000  # characters that are compared with all other quotes


class QuoteChoice(forms.ModelChoiceField):
    def label_from_instance(self, quote) -> str:
        return f"“{quote.text}” {quote.speaker or 'Speaker not named'}, {quote.get_status_display()}"


class QuoteChoices(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    label_from_instance = QuoteChoice.label_from_instance


class GroupForm(ChoosingForm):
    kept = QuoteChoice(None, label="Which stays", widget=forms.RadioSelect, empty_label=None)

    field_order = ["kept", "reason"]


class UngroupForm(ChoosingForm):
    among = "occurrences"
    occurrences = PrintingChoices(None, label="Another utterance")

    field_order = ["occurrences", "reason"]


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Reason that readers are told",
        widget=forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
        max_length=2000,
        help_text="Shown at the quote’s address, and at its archived pages. Do not repeat the words.",
    )
    also = QuoteChoices(None, label="Withdraw these too, whose words come close", required=False)

    field_order = ["also", "reason"]

    def __init__(self, *args, alike, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["also"].queryset = alike
        if not alike.exists():
            del self.fields["also"]


class QuoteDecisions(WaysForCurators):
    """The addresses of the decisions, and the action that leads to one."""

    def get_urls(self):
        def page(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"quotes_quote_{name}")

        return [
            page("group/", self.group_view, "group"),
            page("<id:pk>/ungroup/", self.ungroup_view, "ungroup"),
            page("<id:pk>/withdraw/", self.withdraw_view, "withdraw"),
            page("<id:pk>/restore/", self.restore_view, "restore"),
            *super().get_urls(),
        ]

    @admin.action(description="Group these as one quote…", permissions=["change"])
    def group(self, request, quotes):
        ids = quotes.values_list("pk", flat=True)[:MOST_GROUPED]
        return redirect(f"{reverse('admin:quotes_quote_group')}?{'&'.join(f'id={pk}' for pk in ids)}")

    def group_view(self, request):
        require_change(request, self)
        found = Quote.objects.filter(pk__in=asked_for(request, MOST_GROUPED), merged_into=None)
        quotes = found.select_related("speaker").order_by("-sources", "pk")
        confirmation = Confirmation(
            title="Group quotes",
            lead="All printings go to the quote that stays, and the addresses of the others lead there.",
            button="Group",
            form=posted(request, GroupForm, rows=quotes),
            take=lambda data: grouped(request.user, list(quotes), data),
            back=reverse("admin:quotes_quote_changelist"),
        )
        return confirmation_page(request, self, confirmation)

    def ungroup_view(self, request, pk):
        quote = self.quote(request, pk)
        printings = quote.occurrences.select_related("article__outlet")
        confirmation = Confirmation(
            title="Ungroup printings",
            lead="What you choose becomes a quote of its own.",
            button="Ungroup",
            form=posted(request, UngroupForm, rows=printings),
            take=lambda data: ungrouped(request.user, data),
            back=reverse("admin:quotes_quote_change", args=[quote.pk]),
        )
        return confirmation_page(request, self, confirmation)

    def withdraw_view(self, request, pk):
        quote = self.quote(request, pk)
        confirmation = Confirmation(
            title="Withdraw the quote",
            lead=f"“{quote.text}” is hidden from all pages, the search, feeds and downloads, and its "
            "archived pages from readers. Nothing is deleted: it can be restored.",
            button="Withdraw",
            form=posted(request, WithdrawForm, alike=alike(quote)),
            take=lambda data: withdrawn([quote, *data.get("also", [])], data["reason"]),
            back=reverse("admin:quotes_quote_change", args=[quote.pk]),
            tables=[printed_in(quote)],
        )
        return confirmation_page(request, self, confirmation)

    def restore_view(self, request, pk):
        quote = self.quote(request, pk)
        confirmation = Confirmation(
            title="Restore the quote",
            lead=f"“{quote.text}” was withdrawn: {quote.reason} {after_restoring(quote)}",
            button="Restore",
            form=posted(request, ReasonForm),
            take=lambda data: restored(quote, request.user, data["reason"]),
            back=reverse("admin:quotes_quote_change", args=[quote.pk]),
            tables=[printed_in(quote)],
        )
        return confirmation_page(request, self, confirmation)

    def quote(self, request, pk) -> Quote:
        quote = get_object_or_404(Quote.objects.select_related("speaker"), pk=pk)
        require_change(request, self, quote)
        return quote


def alike(quote: Quote):
    """Other public quotes with these words or nearly: withdrawing one alone would leave the words."""
    try:
        matches = check_sentence(quote.text[:LONGEST_SENTENCE]).matches
    except SearchError:
        matches = ()
    public = Quote.objects.public_with_indirect().filter(pk__in=[m.quote_id for m in matches])
    return public.exclude(pk=quote.pk).select_related("speaker").order_by("pk")


def printed_in(quote: Quote) -> Table:
    printings = quote.occurrences.select_related("article__outlet").by_date()
    rows = [[o.article.outlet.name, o.article.title, o.article.published or ""] for o in printings]
    return Table("Where it was printed", ["Outlet", "Article", "Published"], rows)


def grouped(user, quotes: list[Quote], data: dict) -> str:
    group_quotes(quotes, data["kept"], by=user, reason=data["reason"])
    return f"{len(quotes)} quotes are one now."


def ungrouped(user, data: dict) -> str:
    chosen = list(whole(Occurrence.objects.filter(pk__in=data["occurrences"])))
    move = ungroup(chosen, by=user, reason=data["reason"])
    return f"A quote of its own now: {move.quote}"


def withdrawn(quotes: list[Quote], reason: str) -> str:
    for quote in quotes:
        withdraw(quote, reason)
    return f"Withdrawn: {len(quotes)} quote{'s' * (len(quotes) > 1)}. Their addresses tell why."


def after_restoring(quote: Quote) -> str:
    """What becomes of a withdrawn quote."""
    status, reason = before_withdrawal(quote)
    known = f"{Quote.Status(status).label}: {reason}".removesuffix(": ")
    seen = "Nobody but curators sees it" if status in Quote.HIDDEN_STATUSES else "Everybody sees it"
    return f"{seen} once it is restored, as before: {known}"


def restored(quote: Quote, user, why: str) -> str:
    """As it was before it was withdrawn, which its history says."""
    status = Quote.Status(before_withdrawal(quote)[0]).label
    with acting(user, f"restored as {status}: {why}".removesuffix(": ")):
        restore(quote)
    return f"Restored, as before: {status}."
