"""What the archive is, how sure it is of what it says, and how to have it corrected."""

from django.conf import settings
from django.shortcuts import render

from .home import figures


def about_page(request):
    return render(request, "about.html", {"figures": figures(), "contact": settings.ARCHIVE_CONTACT})
