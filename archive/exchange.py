"""Tables in and out of the admin: CSV that no spreadsheet runs, a dry run with its differences, a history."""

from difflib import SequenceMatcher

from django.contrib.admin.options import IncorrectLookupParameters
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.resources import Diff, ModelResource

from .formulas import escaped, unescaped
from .history import acting
from .models import Outlet


class MarkedDiff(Diff):
    """What an import changes, in elements that need no inline style."""

    def as_html(self) -> list[str]:
        before = ["" if self.new else text_of(value) for value in self.left]
        return [marked(old, text_of(new)) for old, new in zip(before, self.right, strict=True)]


def text_of(value) -> str:
    return "" if value is None else str(value)


def marked(old: str, new: str) -> str:
    """The words of both, with ``del`` and ``ins`` where they differ."""
    mine, theirs = old.split(" "), new.split(" ")
    pieces: list[tuple[str, str]] = []
    for step, i, j, k, m in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        same = [("span", " ".join(mine[i:j]))] if step == "equal" else []
        pieces += same or [("del", " ".join(mine[i:j])), ("ins", " ".join(theirs[k:m]))]
    shown = [format_html(f"<{tag}>{{}}</{tag}>", text) for tag, text in pieces if text]
    return format_html_join(" ", "{}", ((piece,) for piece in shown))


class Exchange(ModelResource):
    """A table of rows; cells that a spreadsheet would take for formulas are made plain, and read so again."""

    def get_diff_class(self):
        return MarkedDiff

    def export_field(self, field, instance, **kwargs):
        return escaped(super().export_field(field, instance, **kwargs))

    def before_import_row(self, row, **kwargs) -> None:
        for name, value in row.items():
            row[name] = unescaped(value)

    def before_save_instance(self, instance, row, **kwargs) -> None:
        """What a person imports, the machine never changes again."""
        if not hasattr(instance, "locked") or instance._state.adding:
            return
        names = [field.attribute for field in self.get_import_fields() if field.attribute != "id"]
        fields = {field.name for field in instance._meta.concrete_fields} & set(names)
        before = type(instance).objects.filter(pk=instance.pk).values(*fields).get()
        changed = {name for name in fields if before[name] != getattr(instance, name)}
        instance.locked = sorted({*instance.locked, *changed})

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        clean_model_instances = True


class ExchangeAdmin(ImportExportMixin):
    """The buttons above a list; whoever may change the rows may import them."""

    formats = [CSV, XLSX] if XLSX.is_available() else [CSV]
    export_formats = [CSV]
    skip_export_form = True

    def has_import_permission(self, request) -> bool:
        return self.has_change_permission(request)

    def has_export_permission(self, request) -> bool:
        return self.has_view_permission(request)

    def export_action(self, request):
        """To the list where the address asks for what it does not know, as the list itself does."""
        try:
            return super().export_action(request)
        except IncorrectLookupParameters:
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def process_import(self, request, **kwargs):
        with acting(request.user, "import of a table"):
            return super().process_import(request, **kwargs)


class OutletExchange(Exchange):
    """The same host, the same outlet."""

    class Meta(Exchange.Meta):
        model = Outlet
        import_id_fields = ["host"]
        fields = ["host", "name", "slug", "country", "language"]
