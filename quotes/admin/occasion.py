"""Occasions in the admin: where and when words were said, shared by many quotes."""

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html

from archive.counting import number_of
from archive.history_admin import HistoryAdmin
from quotes.models import Occasion, Quote

from .quote import STANDING


@admin.register(Occasion)
class OccasionAdmin(HistoryAdmin):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["name", "said_on", "place", "quotes"]
    search_fields = ["name", "place"]
    date_hierarchy = "said_on"

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(quote_count=number_of(Quote, "occasion", STANDING))

    @admin.display(ordering="quote_count")
    def quotes(self, occasion):
        url = reverse("admin:quotes_quote_changelist")
        return format_html(
            '<a href="{}?occasion__id__exact={}">{}</a>',
            url,
            occasion.pk,
            occasion.quote_count,
        )
