"""Did they say this? A sentence beside everything that was printed; says what was found and no more."""

from dataclasses import dataclass
from typing import Literal

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quotes.listing import in_order, principal
from quotes.live_address import live_address
from quotes.models import Quote
from quotes.search import Check, Match, check_sentence
from quotes.utterance import elided
from quotes.wording import Run

LONGEST = 2000  # characters
HEADLINES = {
    "exact": _("Printed, in these words"),
    "part": _("Printed, as part of a longer quote"),
    "contains": _("Partly printed"),
    "near": _("Printed, but in other words"),
    "none": _("Not found in this archive"),
}
EXPLANATIONS = {
    "exact": _("This archive holds these words as a quote. Compare the speaker, and read the context."),
    "part": _("These words stand inside a longer quote. Read what comes before and after them."),
    "contains": _("Part of the sentence was printed as a quote; the rest was not found."),
    "near": _("A quote comes close. What differs is marked below."),
    "none": _("No quote here comes close. It may have been said: the archive knows its own outlets only."),
}
KINDS = {
    "exact": _("Same words"),
    "part": _("Contains your sentence"),
    "contains": _("Stands in your sentence"),
    "near": _("Nearly the same words"),
}
STEPS: dict[str, Literal["same", "gone", "new"]] = {
    "same": "same",
    "added": "gone",
    "missing": "new",
}  # seen from the sentence


@dataclass(frozen=True, slots=True)
class Likeness:
    """A quote beside the sentence: ``runs`` lead from the sentence to what was printed."""

    quote: Quote
    kind: str
    runs: list[Run]


def check_page(request):
    sentence = request.GET.get("sentence", "")[:LONGEST].strip()
    context = {"sentence": sentence, "note": cut(request), "longest": LONGEST}
    if sentence:
        answer = check_sentence(sentence)
        context |= {
            "problem": answer.problem,
            "headline": HEADLINES[answer.verdict],
            "explanation": EXPLANATIONS[answer.verdict],
            "matches": likenesses(answer, request.user),
        }
    return render(request, "check.html", context)


def cut(request) -> str:
    """What to say where more was sent than is compared."""
    is_cut = len(request.GET.get("sentence", "")) > LONGEST
    return gettext("Only the first %d characters were compared.") % LONGEST if is_cut else ""


def likenesses(answer: Check, user) -> list[Likeness]:
    matches = {match.quote_id: match for match in answer.matches}
    quotes = in_order(list(matches), user)
    return [Likeness(quote, str(KINDS[matches[quote.pk].kind]), runs(matches[quote.pk])) for quote in quotes]


def runs(match: Match) -> list[Run]:
    return [Run(STEPS[step], text) for step, text in match.difference]


def check_json(request):
    """The same for programs: the verdict, and each quote that comes near with its own."""
    answer = check_sentence(request.GET.get("sentence", "")[:LONGEST])
    quotes = {quote.pk: quote for quote in in_order([m.quote_id for m in answer.matches], request.user)}
    matches = [plain(m, quotes[m.quote_id], request) for m in answer.matches if m.quote_id in quotes]
    data = {"verdict": answer.verdict, "problem": answer.problem, "note": cut(request), "matches": matches}
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def plain(match: Match, quote: Quote, request) -> dict:
    printing = principal(quote, quote.shown)
    return {
        "verdict": match.kind,
        "likeness": round(match.likeness, 3),
        "text": elided(quote.text, printing) if printing else quote.text,
        "speaker": quote.speaker.name if quote.speaker else None,
        "status": quote.status,
        "address": request.build_absolute_uri(quote.get_absolute_url()),
        "outlet": printing.article.outlet.name if printing else None,
        "article": live_address(printing.article) if printing else None,
        "published": printing.article.published if printing else None,
    }
