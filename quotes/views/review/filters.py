"""What of the queue a curator wants to see."""

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q

from archive.long_lists import numbers_if_rare
from archive.models import Outlet
from quotes.doubts import DOUBTS
from quotes.harm import REPORT
from quotes.models import Occurrence, Quote, ReviewItem, Speaker
from quotes.ranking import CHANGED
from quotes.views.report import REASON

MOST_COUNTED = 1000  # of a filtered queue: beyond it every quote of the archive would be looked at
REPORTED = [("", "any"), ("true", "yes"), ("false", "no")]
REASONS = [(reason, reason) for reason in (*DOUBTS, CHANGED, REASON)]


class ReviewFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Words or speaker", max_length=200, method="containing")
    outlet = django_filters.ModelChoiceFilter(
        label="Outlet",
        queryset=Outlet.objects.all(),
        to_field_name="slug",
        empty_label="all",
        method="printed_in",
    )
    reason = django_filters.ChoiceFilter(label="Doubt", choices=REASONS, empty_label="any", method="doubted")
    reported = django_filters.BooleanFilter(
        label="Reported", method="with_reports", widget=forms.Select(choices=REPORTED)
    )

    class Meta:
        model = Quote
        fields: list[str] = []

    def containing(self, quotes, name, value):
        speakers = Speaker.objects.filter(name__icontains=value)
        wanted = Q(text__icontains=value) | Q(speaker__in=speakers.order_by().values("pk"))
        numbers = numbers_if_rare(Quote.objects.filter(wanted))
        return quotes.filter(wanted) if numbers is None else quotes.filter(pk__in=numbers)

    def printed_in(self, quotes, name, value):
        printings = Occurrence.objects.filter(article__outlet=value).order_by()
        return quotes.filter(pk__in=printings.values("quote"))

    def doubted(self, quotes, name, value):
        """Asked of one quote after the other, in their order: the first is found at once."""
        items = ReviewItem.objects.open().filter(reason=value)
        direct, printed = items.filter(quote=OuterRef("pk")), items.filter(occurrence__quote=OuterRef("pk"))
        return quotes.filter(Exists(direct) | Exists(printed))

    def with_reports(self, quotes, name, value):
        return quotes.filter(reports__gt=0, harm__gt=REPORT) if value else quotes.filter(reports=0)


def wanted(data):
    """The queue as a curator filtered it: the form, and the quotes in their order, each once."""
    found = ReviewFilter(data, queryset=Quote.objects.to_review())
    return found, found.qs


def query_of(found: ReviewFilter) -> str:
    """The filter as a query string, without anything else."""
    data = found.data.copy()
    for name in list(data):
        if name not in found.filters or not data[name]:
            del data[name]
    return data.urlencode()


def length_of(found: ReviewFilter, queue, shown: int = 0) -> str:
    """How many quotes wait, besides so many; a filtered queue is counted so far only."""
    if not query_of(found):
        return str(max(0, queue.count() - shown))
    number = queue.order_by()[: MOST_COUNTED + shown + 1].count() - shown
    return f"more than {MOST_COUNTED}" if number > MOST_COUNTED else str(max(0, number))
