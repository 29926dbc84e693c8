"""Lists of the admin over tables of any length: none counts or searches more of one than it must."""

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from operator import or_

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils.text import smart_split, unescape_string_literal

MOST_COUNTED = 10_000  # rows: beyond them a list says "more than"
LONGEST_SEARCH = 500  # characters; a database refuses to look for many words at once
MOST_REMEMBERED = 500  # rows that a search finds and then knows by their numbers


class PartialPaginator(Paginator):
    """Of the first ``MOST_COUNTED`` rows; ``is_partial`` tells that there are more."""

    object_list: QuerySet

    @cached_property
    def counted(self) -> int:
        return self.object_list.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def is_partial(self) -> bool:
        return self.counted > MOST_COUNTED

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST_COUNTED)


class LongChangeList(ChangeList):
    """What was counted as nothing is not looked for again."""

    def get_results(self, request) -> None:
        super().get_results(request)
        if not self.result_count:
            self.result_list = self.result_list.none()


class LongList(admin.ModelAdmin):
    """``search_fields`` are searched for words anywhere in them, or, with ``=`` before, as they are.

    ``searched_apart``: relations to tables so much smaller that they are looked through first, by themselves.
    """

    show_full_result_count = False  # no search counts the whole table besides what it finds
    paginator = PartialPaginator
    searched_apart: Sequence[str] = ()

    def get_changelist(self, request, **kwargs):
        return LongChangeList

    def get_search_results(self, request, queryset, search_term):
        """Looks through the table once: what is rare is counted, ordered and shown by its numbers."""
        words = [*words_of(search_term[:LONGEST_SEARCH])]
        if not words:
            return queryset, False
        paths = self.get_search_fields(request)
        found = queryset.filter(*(self.anywhere(paths, word) for word in words))
        numbers = numbers_if_rare(found)
        return found if numbers is None else queryset.filter(pk__in=numbers), False

    def anywhere(self, paths: Sequence[str], word: str) -> Q:
        return reduce(or_, (self.within(path, word) for path in paths), Q())

    def within(self, path: str, word: str) -> Q:
        """In the field that ``path`` leads to."""
        name, _, further = path.partition("__")
        relation = self.model._meta.get_field(name.removeprefix("="))
        if further and not relation.concrete:  # joined, a row would be found once for each that belongs to it
            return Q(pk__in=rows_with(relation, further, word).values(relation.field.name))
        if further and name in self.searched_apart:
            return Q((f"{name}__in", rows_with(relation, further, word).values("pk")))
        return Q((f"{path[1:]}__iexact" if path.startswith("=") else f"{path}__icontains", word))


def numbers_if_rare(found: QuerySet) -> list[int] | None:
    """Of the rows, looked for in no order; None where there are more than can be remembered."""
    numbers = list(found.order_by().values_list("pk", flat=True)[: MOST_REMEMBERED + 1])
    return numbers if len(numbers) <= MOST_REMEMBERED else None


def rows_with(relation, path: str, word: str) -> QuerySet:
    return relation.related_model._base_manager.filter((f"{path}__icontains", word)).order_by()


def words_of(search_term: str) -> Iterator[str]:
    """Its words; what stands in quotation marks is one."""
    for word in smart_split(search_term):
        is_marked = word.startswith(('"', "'")) and word[0] == word[-1]
        yield unescape_string_literal(word) if is_marked else word
