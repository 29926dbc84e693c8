"""A page that shows what a decision would change, asks why, and takes it. A plain form, without scripts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect, render

from archive.history import acting
from archive.row_ids import row_id
from quotes.errors import QuoteError


@dataclass(frozen=True, slots=True)
class Table:
    """Part of a preview; each row is a list of cells as wide as ``columns``."""

    title: str
    columns: list[str]
    rows: list[list]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """``take`` gets the form's data and returns the sentence that tells what was done."""

    title: str
    button: str
    form: forms.Form
    take: Callable[[dict], str]
    back: str
    lead: str = ""
    tables: list[Table] = field(default_factory=list)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=500,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Goes into the history, for other curators.",
    )


class ChoosingForm(ReasonForm):
    """A reason, and a choice of ``rows`` in the field that ``among`` names; one to keep is chosen already."""

    among = "kept"

    def __init__(self, *args, rows, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields[self.among]
        field.queryset = rows
        if not isinstance(field, forms.ModelMultipleChoiceField):
            field.initial = rows.first()


def asked_for(request, most: int) -> list[str]:
    """The rows that the address names."""
    return [value for value in request.GET.getlist("id") if row_id(value)][:most]


class WaysForCurators(admin.ModelAdmin):
    """The row of ways to decisions stands on an object's page for who may take them."""

    def get_readonly_fields(self, request, obj=None):
        names = super().get_readonly_fields(request, obj)
        may = self.has_change_permission(request, obj)
        return [name for name in names if may or name != "decisions"]


def confirmation_page(request, model_admin, confirmation: Confirmation):
    """Show what would change, or do it and go back; what cannot be done is told above the form."""
    if request.method == "POST" and confirmation.form.is_valid():
        data = confirmation.form.cleaned_data
        try:
            with transaction.atomic(), acting(request.user, data.get("reason", "")):
                done = confirmation.take(data)
        except QuoteError as error:
            confirmation.form.add_error(None, str(error))
        else:
            model_admin.message_user(request, done, messages.SUCCESS)
            return redirect(confirmation.back)
    context = model_admin.admin_site.each_context(request) | {
        "title": confirmation.title,
        "confirmation": confirmation,
        "opts": model_admin.opts,
        "media": model_admin.media + confirmation.form.media,
    }
    status = 422 if confirmation.form.errors else 200
    return render(request, "admin/quotes/confirmation.html", context, status=status)


def posted(request, form_class: type[forms.Form], **options) -> forms.Form:
    """The form with what was sent, or empty."""
    return form_class(request.POST if request.method == "POST" else None, **options)


def require_change(request, model_admin, row=None) -> None:
    if not model_admin.has_change_permission(request, row):
        raise PermissionDenied
