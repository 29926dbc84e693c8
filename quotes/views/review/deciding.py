"""A decision comes in from a form, is carried out, and the next quote of the queue is shown."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quotes.decisions import Choice, Seen, decide, undo_last
from quotes.errors import DecisionError, StaleError
from quotes.models import Decision, Occurrence, Quote, Speaker
from quotes.speaker_choice import make_named, named_in

from .access import for_reviewers
from .filters import wanted
from .item import Place, shown

CONFLICT, INVALID = 409, 422
STAYS = (Decision.Kind.BOUNDARIES, Decision.Kind.NOTE)  # there is still more to decide


class DecisionForm(forms.Form):
    """What the buttons and fields of the queue send."""

    seen = forms.CharField(max_length=200)
    kind = forms.ChoiceField(choices=Decision.Kind.choices)
    place = forms.CharField(max_length=60, required=False)
    query = forms.CharField(max_length=1000, required=False)
    why = forms.CharField(max_length=2000, required=False)
    words = forms.CharField(max_length=20_000, required=False, strip=False)
    near = forms.IntegerField(required=False)
    candidate = forms.CharField(max_length=300, required=False)
    speaker = forms.ModelChoiceField(Speaker.objects.standing(), required=False)
    name = forms.CharField(max_length=300, required=False)
    nobody = forms.BooleanField(required=False)

    def choice(self) -> Choice:
        data = self.cleaned_data
        speaker = self.chosen_speaker() if data["kind"] == Decision.Kind.SPEAKER else None
        return Choice(data["kind"], data["why"], speaker, data["words"], data["near"])

    def chosen_speaker(self) -> Speaker | None:
        """One of the candidates, one that was found, a new one by this name, or nobody."""
        data = self.cleaned_data
        if data["speaker"] or data["nobody"]:
            return data["speaker"]
        printed = Occurrence.objects.select_related("article", "speaker").get(
            pk=Seen.read(data["seen"]).occurrence
        )
        if data["candidate"]:
            return named_in(data["candidate"], printed)
        if data["name"].strip():
            return make_named(data["name"].strip(), printed.article)
        raise DecisionError("Say who said it: choose a speaker, or give a new one's name.")


@for_reviewers
@require_POST
def decide_page(request):
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return refused(request, form, DecisionError(f"Nothing was changed. {form.errors.as_text()}"))
    try:
        made = decide(Seen.read(form.cleaned_data["seen"]), form.choice(), request.user)
    except DecisionError as error:
        return refused(request, form, error)
    told = f"{made.get_kind_display().capitalize()}: “{made.quote}”"
    data = form.cleaned_data
    if made.kind in STAYS:
        return answer(request, data["query"], told, quote=made.occurrence.quote)
    return answer(request, data["query"], told, place=Place.read(data["place"]))


@for_reviewers
@require_POST
def undo_page(request):
    """Take back the curator's last decision, and show its quote again."""
    query = request.POST.get("query", "")
    try:
        undone = undo_last(request.user)
    except DecisionError as error:
        return answer(request, query, str(error), status=CONFLICT)
    count = f" and {len(undone) - 1} more" if len(undone) > 1 else ""
    return answer(request, query, f"Taken back: “{undone[0].quote}”{count}", quote=undone[0].quote)


def refused(request, form: DecisionForm, error: DecisionError):
    """Show the same quote as it is now, and say why nothing was done."""
    status = CONFLICT if isinstance(error, StaleError) else INVALID
    return answer(
        request, request.POST.get("query", ""), str(error), quote=decided_on(request), status=status
    )


def decided_on(request) -> Quote | None:
    """The quote that the form was of."""
    try:
        seen = Seen.read(request.POST.get("seen", ""))
    except StaleError:
        return None
    return Quote.objects.visible_to(request.user).filter(occurrences=seen.occurrence).first()


def answer(request, query: str, told: str, *, quote=None, place: Place | None = None, status: int = 200):
    """For a script the next quote; without one, the page is loaded anew."""
    if quote is not None and quote.merged_into_id:
        quote = quote.merged_into
    if "X-Part" not in request.headers:
        level = messages.SUCCESS if status == 200 else messages.ERROR
        messages.add_message(request, level, told)
        where = {"quote": quote.pk} if quote else {"after": str(place)} if place else {}
        return redirect(f"{reverse('review')}?{'&'.join(filter(None, (query, urlencode(where))))}")
    if request.headers["X-Part"] == "told" and status == 200:
        return HttpResponse(told, content_type="text/plain; charset=utf-8")
    form, queue = wanted(QueryDict(query))
    following = quote or (place.after(queue) if place else None) or queue.first()
    return shown(request, following, form=form, queue=queue, status=status, told=told, failed=status != 200)
