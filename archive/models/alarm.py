"""What is wrong with a source, told once: one row for as long as it lasts."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .outlet import Feed, Outlet


class AlarmQuerySet(models.QuerySet):
    def lasting(self) -> Self:
        """What is still so, dismissed or not."""
        return self.filter(ended_at=None)

    def open(self) -> Self:
        """What a curator should look at."""
        return self.lasting().filter(dismissed_at=None)


class Alarm(models.Model):
    """Dismissed, it is not raised again until what caused it has ended and come back."""

    class Kind(models.TextChoices):
        FAILING = "failing", _("cannot be read")
        SILENT = "silent", _("silent")
        TITLE = "title", _("titles missing")
        DATE = "date", _("dates missing")
        BODY = "body", _("articles without text")
        REPEATED = "repeated", _("same text at several addresses")
        FEWER = "fewer", _("fewer quotes than usual")

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="alarms")
    feed = models.ForeignKey(Feed, models.CASCADE, null=True, blank=True, related_name="alarms")
    kind = models.CharField(max_length=8, choices=Kind)
    detail = models.TextField(help_text="One sentence.")
    raised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it is still so.")
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = AlarmQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["failing", "silent", "title", "date", "body", "repeated", "fewer"]
                ),
                name="alarm_kind",
            ),
            models.UniqueConstraint(
                fields=["feed", "kind"],
                condition=models.Q(ended_at=None, feed__isnull=False),
                name="alarm_once_a_feed",
            ),
            models.UniqueConstraint(
                fields=["outlet", "kind"],
                condition=models.Q(ended_at=None, feed=None),
                name="alarm_once_an_outlet",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed or self.outlet}: {self.get_kind_display()}"
