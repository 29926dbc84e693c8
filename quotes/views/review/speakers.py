"""Speakers whose name begins like what is being typed."""

from django.shortcuts import render

from quotes.speaker_choice import likely_speakers

from .access import for_reviewers


@for_reviewers
def found_speakers(request):
    find = request.GET.get("find", "").strip()
    return render(request, "admin/review/_speakers.html", {"speakers": likely_speakers(find), "find": find})
