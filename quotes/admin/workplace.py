"""Who may open the curators' pages that are no rows of a model."""

from collections.abc import Callable

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse


def curators(permission: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A page of the admin for who has this permission; others sign in, or are refused."""

    def protect(view):
        return admin.site.admin_view(permission_required(permission, raise_exception=True)(view))

    return protect
