"""What a curator joined or parted: speakers merged or split, quotes grouped or ungrouped; can be undone."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .quote import Quote
from .speaker import Speaker


class Move(models.Model):
    class Kind(models.TextChoices):
        MERGE = "merge", _("speakers merged")
        SPLIT = "split", _("speaker split")
        GROUP = "group", _("quotes grouped")
        UNGROUP = "ungroup", _("printings ungrouped")

    kind = models.CharField(max_length=7, choices=Kind)
    speaker = models.ForeignKey(
        Speaker,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="moves_in",
        help_text="Who has the quotes since.",
    )
    former_speaker = models.ForeignKey(
        Speaker, models.CASCADE, null=True, blank=True, related_name="moves_out", help_text="Who had them."
    )
    quote = models.ForeignKey(
        Quote,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="moves_in",
        help_text="What the printings belong to since.",
    )
    reason = models.TextField(blank=True)
    before = models.JSONField(
        default=dict, editable=False, help_text="The rows as they were, which undoing brings back."
    )
    after = models.JSONField(default=dict, editable=False, help_text="Where each printing was moved to.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["merge", "split", "group", "ungroup"]), name="move_kind"
            ),
        ]

    def __str__(self) -> str:
        if self.former_speaker and self.speaker:
            return f"{self.get_kind_display()}: {self.former_speaker} → {self.speaker}"
        return f"{self.get_kind_display()}: {self.quote}" if self.quote else self.get_kind_display()
