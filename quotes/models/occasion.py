"""Where and when words were said: a speech, a call, an interview, shared by all quotes from it."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse

from archive.history import PersonsHistory, TrackedManager


class Occasion(models.Model):
    name = models.CharField(max_length=300, help_text="Meta’s third-quarter 2024 earnings call")
    said_on = models.DateField("day", null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    url = models.URLField(
        "record",
        max_length=2000,
        blank=True,
        validators=[URLValidator(["http", "https"])],
        help_text="A transcript or recording.",
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = TrackedManager()
    history = PersonsHistory()

    class Meta:
        ordering = ["-said_on", "name"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="occasion_has_name"),
            models.UniqueConstraint(fields=["name", "said_on"], name="occasion_once"),
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(said_on=None), name="undated_occasion_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.said_on}" if self.said_on else self.name

    def get_absolute_url(self) -> str:
        return reverse("occasion", args=[self.pk])

    @property
    def link(self) -> str:
        """The record's address, or nothing where it is no web address: a link must never run a script."""
        return self.url if self.url.startswith(("http://", "https://")) else ""
