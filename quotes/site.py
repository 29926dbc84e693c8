"""The admin as a place of work: the archive's name, its sign-in, and its own rooms before the machinery."""

from django.contrib import admin

from .signing_in import SignInForm

ROOMS = ("quotes", "archive", "auth")  # what else is installed comes after them


class ArchiveSite(admin.AdminSite):
    site_header = site_title = "Quote Archive"
    login_form = SignInForm
    login_template = "sign_in.html"

    def get_app_list(self, request, app_label=None):
        return sorted(super().get_app_list(request, app_label), key=place_of)


def place_of(room: dict) -> int:
    label = room["app_label"]
    return ROOMS.index(label) if label in ROOMS else len(ROOMS)
