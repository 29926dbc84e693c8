"""Copies that the Internet Archive was asked to make of articles."""

from django.db import models

from .article import Article
from .scheduled import Scheduled, ScheduledQuerySet


class Snapshot(Scheduled):
    """One copy there: to be asked for, under way (``job``), or made (``url``)."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="snapshot")
    job = models.CharField(max_length=200, blank=True, help_text="What the Internet Archive calls its work.")
    url = models.CharField(max_length=2200, blank=True, help_text="Of the copy; empty until it is made.")
    saved_at = models.DateTimeField(null=True, blank=True)

    objects = ScheduledQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["next_at"], name="snapshot_due")]

    def __str__(self) -> str:
        return self.url or f"copy of {self.article}"
