"""Where a reader can check what a curator says of a quote: a correction, a fact-check, a transcript."""

from django.core.validators import URLValidator
from django.db import models

from archive.history import PersonsHistory, TrackedManager

from .quote import Quote


class Reference(models.Model):
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="references")
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=2000, validators=[URLValidator(["http", "https"])])

    objects = TrackedManager()
    history = PersonsHistory()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="reference_has_title")]

    def __str__(self) -> str:
        return self.title

    @property
    def link(self) -> str:
        """The address, or nothing where it is no web address: a link must never run a script."""
        return self.url if self.url.startswith(("http://", "https://")) else ""
