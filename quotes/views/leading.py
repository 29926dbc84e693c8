"""Addresses that lead on: what was merged, and slugs that have changed."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control


def lead_on(row) -> HttpResponse:
    """For good as far as anybody knows; browsers ask again each time, for a curator may undo a merge."""
    response = redirect(row, permanent=True)
    patch_cache_control(response, no_cache=True)
    return response
