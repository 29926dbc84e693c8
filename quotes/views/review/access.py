"""Who may decide: signed in to the admin, with the permission to make decisions."""

from functools import wraps

from django.contrib import admin
from django.contrib.auth.decorators import permission_required

PERMISSION = "quotes.add_decision"


def for_reviewers(view):
    """The admin's sign-in and headers, and a 403 for whoever is in the admin for something else."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        allowed = permission_required(PERMISSION, raise_exception=True)(view)
        return admin.site.admin_view(allowed)(request, *args, **kwargs)

    return guarded
