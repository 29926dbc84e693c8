"""What the archive notes for itself, to be looked at: extractions, fingerprints, the outbox of the index."""

from django.contrib import admin

from archive.admin import Evidence
from archive.narrowing import of_newest
from quotes.models import Decision, Extraction, Fingerprint, Harvest, IndexChange

from .withdrawn import WithdrawnHidden


@admin.register(Extraction)
class ExtractionAdmin(Evidence):
    list_display = ["reading", "engine", "engine_version", "found", "made_at"]
    list_filter = of_newest("engine", "engine_version")
    list_select_related = ["reading"]
    search_fields = ["reading__title"]


@admin.register(Fingerprint)
class FingerprintAdmin(WithdrawnHidden, Evidence):
    list_display = ["value", "quote"]
    list_select_related = ["quote"]
    search_fields = ["quote__text"]


@admin.register(IndexChange)
class IndexChangeAdmin(Evidence):
    list_display = ["pk", "quote_id"]
    search_fields = ["=quote_id"]


@admin.register(Harvest)
class HarvestAdmin(Evidence):
    list_display = ["run", "articles", "quotes"]
    sortable_by = ["run"]  # what has an index
    list_filter = ["run__feed__outlet"]
    list_select_related = ["run__feed"]
    search_fields = ["run__feed__url"]


@admin.register(Decision)
class DecisionAdmin(WithdrawnHidden, Evidence):
    list_display = ["at", "by", "kind", "quote", "why", "undone_at"]
    list_filter = ["kind", "at", "by"]
    list_select_related = ["by", "quote"]
    search_fields = ["quote__text", "why"]
