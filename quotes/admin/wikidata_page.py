"""A curator chooses which item of Wikidata a speaker is."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from archive.errors import ArchiveError
from quotes.errors import DecisionError
from quotes.models import Speaker
from quotes.wikidata import Candidate, WikidataError, candidates, identify

from .confirmation import Confirmation, ReasonForm, confirmation_page, posted, require_change


class CandidateForm(ReasonForm):
    item = forms.ChoiceField(label="Who it is", widget=forms.RadioSelect)

    field_order = ["item", "reason"]

    def __init__(self, *args, found: list[Candidate], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [
            (each.qid, f"{each.label} ({each.qid}): {each.description}") for each in found
        ]


class WikidataPage(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.wikidata_view)
        return [path("<id:pk>/wikidata/", view, name="quotes_speaker_wikidata"), *super().get_urls()]

    def wikidata_view(self, request, pk):
        speaker = get_object_or_404(Speaker, pk=pk)
        require_change(request, self, speaker)
        back = reverse("admin:quotes_speaker_change", args=[speaker.pk])
        try:
            found = candidates(speaker.name)
        except (WikidataError, ArchiveError) as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(back)
        confirmation = Confirmation(
            title=f"{speaker} in Wikidata",
            lead="" if found else "Wikidata knows nobody of this name.",
            button="Choose",
            form=posted(request, CandidateForm, found=found),
            take=lambda data: chosen(speaker, found, data["item"]),
            back=back,
        )
        return confirmation_page(request, self, confirmation)


def chosen(speaker: Speaker, found: list[Candidate], qid: str) -> str:
    if Speaker.objects.filter(wikidata=qid).exclude(pk=speaker.pk).exists():
        raise DecisionError(f"Another speaker is {qid} already: merge the two instead.")
    identify(speaker, next(each for each in found if each.qid == qid))
    return f"{speaker} is {qid}."
