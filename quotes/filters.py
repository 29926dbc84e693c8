"""What a reader may ask of the search, as a form: words, who, where, when, kind, topic, language, order."""

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from quotes.models import Quote
from quotes.search import SearchQuery, seen

PAGE_SIZE = 20
SORTS = [("relevance", _("Best match")), ("newest", _("Newest")), ("oldest", _("Oldest"))]
KINDS = [
    (Quote.Kind.DIRECT, _("Whole sentences")),
    (Quote.Kind.MIXED, _("Fragments")),
    (Quote.Kind.INDIRECT, _("Indirect speech")),
]


class DateInput(forms.DateInput):
    input_type = "date"


class PlainField(forms.CharField):
    """Text of any length and of any signs. What no one can see is a blank; nothing is refused, for a search
    without one of its conditions would find what was not asked for.
    """

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self.validators = []  # Django's own refuses NUL

    def to_python(self, value):
        return seen(super().to_python(value) or "").strip()


class PlainFilter(django_filters.CharFilter):
    field_class = PlainField


class QuoteFilter(django_filters.FilterSet):
    """The search engine answers, not the database: this reads and checks what was asked."""

    q = PlainFilter(label=_("Words"))
    speaker = PlainFilter(label=_("Speaker"))
    outlet = PlainFilter(label=_("Outlet"))
    topic = PlainFilter(label=_("Topic"))
    since = django_filters.DateFilter(label=_("From"), widget=DateInput)
    until = django_filters.DateFilter(label=_("To"), widget=DateInput)
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=KINDS, empty_label=_("All quotes"))
    language = PlainFilter(label=_("Language"))
    sort = django_filters.ChoiceFilter(label=_("Order"), choices=SORTS, empty_label=None)

    class Meta:
        model = Quote
        fields: list[str] = []

    @classmethod
    def asked(cls, data: QueryDict) -> bool:
        """Is anything of the search in this query string?"""
        return any(name in data for name in cls.base_filters)

    @property
    def asked_for(self) -> dict:
        """What was asked and could be understood; dates that are none are left out, the form tells."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "")}

    def query(self, offset: int = 0, size: int = PAGE_SIZE, cursor: str | None = None) -> SearchQuery:
        asked = self.asked_for
        return SearchQuery(
            text=asked.get("q", ""),
            speaker=asked.get("speaker", ""),
            outlet=asked.get("outlet", ""),
            topic=asked.get("topic", ""),
            since=asked.get("since"),
            until=asked.get("until"),
            kind=asked.get("kind", ""),
            language=asked.get("language", ""),
            sort=asked.get("sort") or ("relevance" if asked.get("q") else "newest"),
            offset=offset,
            size=size,
            cursor=cursor,
        )
