"""What became of a quote at its source, as the archive saw it when it looked again."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence


class ChangeQuerySet(models.QuerySet):
    def for_lists(self) -> Self:
        """With what a row of a list shows, in one query."""
        return self.select_related("occurrence__article__outlet", "occurrence__quote", "successor__quote")


class Change(models.Model):
    """One event in the life of a printing; the words before it stay in their occurrence."""

    class Kind(models.TextChoices):
        EDITED = "edited", _("edited")
        REMOVED = "removed", _("removed")
        RETURNED = "returned", _("printed again")
        GONE = "gone", _("source gone")
        BACK = "back", _("source back")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=8, choices=Kind)
    seen_at = models.DateTimeField(help_text="When the archive first saw it so.")
    successor = models.ForeignKey(
        Occurrence,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="The words that the article prints instead.",
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at", "-id"]
        indexes = [models.Index(fields=["-seen_at", "-id"], name="change_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["edited", "removed", "returned", "gone", "back"]),
                name="change_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.occurrence}"
