"""How many rows belong to each row of a list, counted for the rows that are shown and no others."""

from django.db.models import Count, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def number_of(model: type[Model], belonging: str, *where: Q) -> Coalesce:
    """An annotation: the rows of ``model`` whose foreign key ``belonging`` leads here; a join groups all."""
    own = model._default_manager.filter(*where, **{belonging: OuterRef("pk")}).order_by().values(belonging)
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)
