"""What one version of a scraper read in a capture. Immutable: what points into it stays true."""

from django.db import models
from django.db.models.functions import Now

from archive.errors import ImmutableError
from archive.scrapers.base import Paragraph
from archive.withheld import covered

from .capture import Capture


class ReadingQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise ImmutableError("A reading never changes: make a new one of the same capture.")

    def newest_first(self):
        return self.order_by("-capture__fetched_at", "-capture_id", "-id")


class Reading(models.Model):
    capture = models.ForeignKey(Capture, models.PROTECT, related_name="readings")
    scraper = models.CharField(max_length=100)
    scraper_version = models.CharField(max_length=20)
    text = models.TextField(help_text="What all offsets count in.")
    layout = models.JSONField(default=list, help_text="The paragraphs: [role, start, end].")
    title = models.CharField(max_length=1000, blank=True)
    authors = models.JSONField(default=list, blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="ISO 8601, as the page has it.")
    modified = models.CharField(max_length=40, blank=True, help_text="ISO 8601, as the page has it.")
    language = models.CharField(max_length=8, blank=True)
    section = models.CharField(max_length=200, blank=True)
    keywords = models.JSONField(default=list, blank=True)
    flags = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["capture", "scraper", "scraper_version"], name="reading_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="reading_has_text"),
        ]

    def __str__(self) -> str:
        return self.title or f"reading {self.pk}"

    def save(self, *args, **kwargs) -> None:
        if self.pk and not self._state.adding:
            raise ImmutableError("A reading never changes: make a new one of the same capture.")
        super().save(*args, **kwargs)

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self.cut(self.text)

    @property
    def shown_paragraphs(self) -> list[Paragraph]:
        """With a stand-in for every character that is withheld: same lengths, same offsets."""
        return self.cut(covered(self.text, self.capture.article.withheld))

    def cut(self, text: str) -> list[Paragraph]:
        return [Paragraph(text[start:end], role, start) for role, start, end in self.layout]
