"""What is withdrawn is hidden in the admin too, from who could not restore it."""

from django.contrib import admin

from quotes.models import Quote, may_see_withdrawn


class WithdrawnHidden(admin.ModelAdmin):
    """``status_of_quote``: the ways from a row to the status of a quote whose words it shows."""

    status_of_quote: tuple[str, ...] = ("quote__status",)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        if may_see_withdrawn(request.user):
            return rows
        for way in self.status_of_quote:
            rows = rows.exclude(**{way: Quote.Status.WITHDRAWN})
        return rows
