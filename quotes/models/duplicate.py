"""Two speakers who may be one: proposed by the archive, decided by a curator once and for all."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedQuerySet

from .speaker import Speaker


class DuplicateQuerySet(TrackedQuerySet):
    def open(self):
        return self.filter(state=Duplicate.State.OPEN)

    def merged(self):
        return self.filter(state=Duplicate.State.MERGED)

    def about(self, speaker: Speaker):
        return self.filter(models.Q(first=speaker) | models.Q(second=speaker))


class Duplicate(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("open")
        MERGED = "merged", _("merged")
        REFUSED = "refused", _("two speakers, for good")

    first = models.ForeignKey(Speaker, models.CASCADE, related_name="+")
    second = models.ForeignKey(Speaker, models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField(help_text="0 to 100: likeness of the names, roles and articles.")
    evidence = models.JSONField(default=list, help_text="Why they may be one.")
    state = models.CharField(max_length=7, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = DuplicateQuerySet.as_manager()
    history = PersonsHistory()

    class Meta:
        ordering = ["-score", "id"]
        indexes = [models.Index(fields=["state", "-score"], name="duplicate_open")]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="duplicate_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="duplicate_order"),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "merged", "refused"]), name="duplicate_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} = {self.second}?"
