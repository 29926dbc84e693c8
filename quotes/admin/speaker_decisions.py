"""Curators' decisions on speakers: two are one, one is two."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import pluralize
from django.urls import path, reverse
from django.utils.html import format_html

from quotes.errors import DecisionError
from quotes.identities import merge_speakers, split_speaker
from quotes.models import Occurrence, Speaker
from quotes.moves import whole

from .confirmation import (
    ChoosingForm,
    Confirmation,
    Table,
    WaysForCurators,
    asked_for,
    confirmation_page,
    posted,
    require_change,
)

MOST_SHOWN = 20  # quotes in a preview
MOST_SPLIT = 200  # printings to choose from
MOST_MERGED = 20


class SpeakerChoice(forms.ModelChoiceField):
    def label_from_instance(self, speaker) -> str:
        known = [speaker.description, speaker.wikidata or "", speaker.slug]
        return f"{speaker.name} ({', '.join(filter(None, known))})"


class MergeForm(ChoosingForm):
    kept = SpeakerChoice(None, label="Who stays", widget=forms.RadioSelect, empty_label=None)

    field_order = ["kept", "reason"]


class PrintingChoices(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, occurrence) -> str:
        role = occurrence.evidence_text("role")
        day = f", {occurrence.article.published:%Y-%m-%d}" if occurrence.article.published else ""
        known_as = f" (as {occurrence.speaker_name}{f', {role}' if role else ''})" if role else ""
        return f"“{occurrence}” {occurrence.article.outlet.name}{day}{known_as}"


class SplitForm(ChoosingForm):
    among = "occurrences"
    occurrences = PrintingChoices(None, label="Said by somebody else")
    speaker = forms.ModelChoiceField(
        Speaker.objects.standing(), required=False, label="Number of the other speaker"
    )
    name = forms.CharField(
        required=False, max_length=300, label="Or name of a new speaker", help_text="The same name is fine."
    )

    field_order = ["occurrences", "speaker", "name", "reason"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        relation = Occurrence._meta.get_field("speaker").remote_field
        self.fields["speaker"].widget = ForeignKeyRawIdWidget(relation, admin.site)

    def clean(self):
        data = super().clean()
        if not data.get("speaker") and not data.get("name") and "speaker" not in self.errors:
            raise forms.ValidationError("Say whose words they are: an existing speaker, or a new name.")
        return data


class SpeakerDecisions(WaysForCurators):
    """The addresses of the decisions, and the action that leads to one."""

    def get_urls(self):
        return [
            path("merge/", self.admin_site.admin_view(self.merge_view), name="quotes_speaker_merge"),
            path("<id:pk>/split/", self.admin_site.admin_view(self.split_view), name="quotes_speaker_split"),
            *super().get_urls(),
        ]

    @admin.action(description="Merge these into one…", permissions=["change"])
    def merge(self, request, speakers):
        return redirect(merge_address(*speakers.values_list("pk", flat=True)[:MOST_MERGED]))

    def merge_view(self, request):
        require_change(request, self)
        speakers = (
            self.get_queryset(request)
            .filter(pk__in=asked_for(request, MOST_MERGED))
            .order_by("-quote_count", "pk")
        )
        confirmation = Confirmation(
            title="Merge speakers",
            lead="Names, roles and quotes of the others go to the one who stays; their addresses lead there. "
            "It can be undone under Moves.",
            button="Merge",
            form=posted(request, MergeForm, rows=speakers),
            take=lambda data: merged(request.user, speakers, data),
            back=reverse("admin:quotes_speaker_changelist"),
            tables=[what_moves(speaker) for speaker in speakers],
        )
        return confirmation_page(request, self, confirmation)

    def split_view(self, request, pk):
        speaker = get_object_or_404(Speaker, pk=pk)
        require_change(request, self, speaker)
        words = request.GET.get("q", "")
        printings = speaker.occurrences.filter(exact__icontains=words).order_by("-article__published", "pk")
        first = printings.values("pk")[:MOST_SPLIT]
        shown = Occurrence.objects.filter(pk__in=list(first.values_list("pk", flat=True)))
        confirmation = Confirmation(
            title=f"Split {speaker}",
            lead=f"Choose what somebody else said; of more than {MOST_SPLIT} printings the newest are shown. "
            "It can be undone under Moves.",
            button="Split",
            form=posted(request, SplitForm, rows=shown.select_related("article__outlet").order_by("-pk")),
            take=lambda data: split(request.user, data),
            back=reverse("admin:quotes_speaker_change", args=[speaker.pk]),
        )
        return confirmation_page(request, self, confirmation)


def merge_address(*ids: int) -> str:
    return f"{reverse('admin:quotes_speaker_merge')}?{'&'.join(f'id={pk}' for pk in ids)}"


def merged(user, speakers, data: dict) -> str:
    others = [speaker for speaker in speakers if speaker != data["kept"]]
    if not others:
        raise DecisionError("Choose two speakers or more: one alone cannot be merged.")
    for speaker in others:
        merge_speakers(speaker, data["kept"], by=user, reason=data["reason"])
    return f"{', '.join(map(str, others))} now: {data['kept']}."


def split(user, data: dict) -> str:
    chosen = list(whole(Occurrence.objects.filter(pk__in=data["occurrences"])))
    move = split_speaker(chosen, data["speaker"] or data["name"], by=user, reason=data["reason"])
    return f"By {move.speaker} now: {len(chosen)} printing{pluralize(len(chosen))}."


def what_moves(speaker: Speaker) -> Table:
    """A speaker with all that a merge would move."""
    names = ", ".join(alias.name for alias in speaker.aliases.all())
    roles = ", ".join(role.text for role in speaker.roles.all()[:MOST_SHOWN])
    quotes = speaker.quotes.filter(merged_into=None)
    shown = [[linked(quote), quote.get_status_display()] for quote in quotes[:MOST_SHOWN]]
    facts = [f"Names: {names}", f"Roles: {roles}" if roles else "", f"Quotes: {quotes.count()}"]
    return Table(str(speaker), ["Quote", "State"], shown, note=". ".join(filter(None, facts)) + ".")


def linked(quote):
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:quotes_quote_change", args=[quote.pk]), str(quote)
    )
