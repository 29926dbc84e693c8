"""Filters beside the lists of the admin, that do not read a whole table before anybody chooses one."""

from django.contrib import admin

NEWEST = 1000


class OfNewest(admin.AllValuesFieldListFilter):
    """The values that the newest rows have: what a table of a million ever had takes too long to tell."""

    def __init__(self, field, request, params, model, model_admin, field_path) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)
        newest = model._default_manager.order_by("-pk").values_list(field_path, flat=True)[:NEWEST]
        known = sorted(set(newest), key=lambda value: (value is None, value))
        self.lookup_choices = known  # type: ignore[assignment]


def of_newest(*names: str) -> list[tuple[str, type[OfNewest]]]:
    """For ``list_filter``."""
    return [(name, OfNewest) for name in names]
