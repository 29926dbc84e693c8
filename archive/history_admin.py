"""The admin of rows with a history: every change is recorded with its reason and can be taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, models, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.timezone import localtime

from .errors import ArchiveError
from .history import acting, as_recorded, deleted, entries, records_of
from .long_lists import LongList
from .row_ids import row_id

MOST = 500  # entries on the page


class HistoryAdmin(LongList):
    """``history_with``: models whose rows belong to this one, by the name of their foreign key."""

    change_form_template = "admin/change_form_why.html"
    change_list_template = "admin/change_list_history.html"
    history_with: dict[type[models.Model], str] = {}

    def changeform_view(self, request, *args, **kwargs):
        with acting(request.user, request.POST.get("_why", "").strip()):
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        with acting(request.user, "deleted"):
            return super().delete_view(request, *args, **kwargs)

    def response_action(self, request, *args, **kwargs):
        with acting(request.user, f"action: {request.POST.get('action', '')}"):
            return super().response_action(request, *args, **kwargs)

    def provenance(self, row) -> list[tuple[str, str]]:
        """Where the archive has the row's values from, by name; for the page of its history."""
        return []

    def restore_model(self, request, row, entry) -> None:
        """Save a row that is back in an earlier state."""
        row.save()

    def histories(self, pk) -> dict[str, models.QuerySet]:
        """The records of the row and of those that belong to it, by the label of their model."""
        found = {self.model._meta.label: records_of(self.model).filter(id=pk)}
        for model, name in self.history_with.items():
            found[model._meta.label] = records_of(model).filter(**{name: pk})
        return found

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_deleted"
        return [
            path("deleted/", self.admin_site.admin_view(self.deleted_view), name=name),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        """What was deleted, each with its history, from which it can be brought back."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Deleted {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "records": deleted(self.model).select_related("history_user")[:MOST],
        }
        return render(request, "admin/deleted_rows.html", context)

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id) or self.deleted_row(object_id)
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if request.method == "POST":
            return self.revert(request, row)
        return render(request, "admin/row_history.html", self.history_context(request, row))

    def deleted_row(self, object_id: str) -> models.Model | None:
        last = deleted(self.model).filter(id=row_id(object_id)).first()
        return last.instance if last else None

    def history_context(self, request, row) -> dict:
        histories = [found.select_related("history_user") for found in self.histories(row.pk).values()]
        records = [each for found in histories for each in found.order_by("-history_id")[:MOST]]
        return {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "opts": self.opts,
            "object": row,
            "is_deleted": not self.model._base_manager.filter(pk=row.pk).exists(),
            "entries": entries(records),
            "provenance": self.provenance(row),
            "may_revert": self.has_change_permission(request, row),
        }

    def revert(self, request, row):
        """Take the row back to the record that was chosen; the way back is recorded like any change."""
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        label, _, key = request.POST.get("to", "").partition(":")
        known = self.histories(row.pk).get(label, records_of(self.model).none())
        record = get_object_or_404(known, pk=row_id(key))
        day = f"{localtime(record.history_date):%Y-%m-%d %H:%M}"
        try:
            with transaction.atomic(), acting(request.user, f"back to {day}"):
                self.restore(request, as_recorded(record), record)
        except (ArchiveError, DatabaseError, ValidationError, ValueError) as error:
            self.message_user(request, f"It cannot go back: {error}", messages.ERROR)
        else:
            self.message_user(request, f"{record.instance} is as it was on {day}.")
        return redirect(request.path)

    def restore(self, request, restored, record) -> None:
        if isinstance(restored, self.model):
            self.restore_model(request, restored, record)
        else:
            restored.save()
