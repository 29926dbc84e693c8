"""What a curator decided about a quote, and how to take it back."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence
from .quote import Quote


class DecisionQuerySet(models.QuerySet):
    def standing(self):
        """Those that have not been undone."""
        return self.filter(undone_at=None)


class Decision(models.Model):
    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("confirmed")
        REJECT = "reject", _("not a quote")
        SPEAKER = "speaker", _("another speaker")
        BOUNDARIES = "boundaries", _("other boundaries")
        DISPUTE = "dispute", _("disputed")
        NOTE = "note", _("note")

    kind = models.CharField(max_length=12, choices=Kind)
    quote = models.ForeignKey(
        Quote, models.PROTECT, related_name="decisions", help_text="As the curator saw it."
    )
    occurrence = models.ForeignKey(
        Occurrence, models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="decisions")
    at = models.DateTimeField(db_default=Now(), editable=False)
    batch = models.UUIDField(null=True, blank=True, editable=False, help_text="Decisions made in one go.")
    changes = models.JSONField(
        default=list, editable=False, help_text="[{model, pk, field: [before, after], ...}, ...]"
    )
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["by", "-id"], name="decision_by")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote}"
