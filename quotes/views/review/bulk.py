"""One decision about everything that a filter finds, after a look at what that is."""

from django.contrib import admin, messages
from django.shortcuts import redirect, render
from django.urls import reverse

from quotes.decisions import Choice, Seen, decide_many, seen_of_many
from quotes.errors import DecisionError
from quotes.models import Decision

from .access import for_reviewers
from .filters import length_of, query_of, wanted
from .item import principals

MOST = 200  # quotes at once
KINDS = [Decision.Kind.CONFIRM, Decision.Kind.REJECT, Decision.Kind.DISPUTE]


@for_reviewers
def bulk_page(request):
    return decided(request) if request.method == "POST" else preview(request)


def preview(request):
    """All quotes of the filter, each to be left out by its box."""
    form, queue = wanted(request.GET)
    printings = principals(list(queue[:MOST]))
    context = {
        **admin.site.each_context(request),
        "title": "Decide on many",
        "rows": [
            (printed, str(seen)) for printed, seen in zip(printings, seen_of_many(printings), strict=True)
        ],
        "left": length_of(form, queue, len(printings)) if len(printings) == MOST else "0",
        "query": query_of(form),
        "kinds": [(kind.value, kind.label) for kind in KINDS],
        "chosen": request.GET.get("kind", ""),
    }
    return render(request, "admin/review/bulk.html", context)


def decided(request):
    query = request.POST.get("query", "")
    kind, why = request.POST.get("kind", ""), request.POST.get("why", "")
    try:
        if kind not in KINDS:
            raise DecisionError("Choose what to decide.")
        seen = [Seen.read(text) for text in request.POST.getlist("seen")[:MOST]]
        made, failed = decide_many(seen, Choice(kind, why), request.user)
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect(f"{reverse('review-bulk')}?{query}")
    messages.success(request, f"{len(made)} decided. The key u takes all of them back.")
    if failed:
        told = f"{len(failed)} stay as they are, for they have changed since you saw them: {failed[0]}"
        messages.warning(request, told)
    return redirect(f"{reverse('review')}?{query}")
